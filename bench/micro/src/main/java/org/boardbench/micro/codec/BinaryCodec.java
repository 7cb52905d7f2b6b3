package org.boardbench.micro.codec;

/** A codec of a binary format. */
interface BinaryCodec<T> extends Codec<T, byte[]> {
  @Override
  default int bytes(byte[] encoded) {
    return encoded.length;
  }
}
