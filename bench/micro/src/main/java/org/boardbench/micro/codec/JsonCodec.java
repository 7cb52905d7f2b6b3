package org.boardbench.micro.codec;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * A codec of JSON. It writes the same text as the sweep's driver: the same keys in the same order,
 * points as arrays of two numbers, no spaces.
 */
interface JsonCodec<T> extends Codec<T, String> {
  /**
   * Reads JSON in UTF-8. That it is UTF-8 is for the WebSocket layer to have checked, as RFC 6455
   * demands of text frames.
   */
  T read(byte[] json) throws IOException;

  /** Writes JSON in UTF-8. */
  byte[] writeBytes(T model) throws IOException;

  @Override
  default int bytes(String encoded) {
    return encoded.getBytes(StandardCharsets.UTF_8).length;
  }
}
