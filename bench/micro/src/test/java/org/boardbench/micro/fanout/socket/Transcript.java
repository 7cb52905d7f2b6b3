package org.boardbench.micro.fanout.socket;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Every byte that each member got. To be read when the board has settled. */
final class Transcript implements Receiver {
  private final List<ByteArrayOutputStream> members;

  Transcript(int members) {
    this.members = Stream.generate(ByteArrayOutputStream::new).limit(members).toList();
  }

  @Override
  public void received(int member, ByteBuffer bytes) {
    byte[] copy = new byte[bytes.remaining()];
    bytes.get(copy);
    members.get(member).writeBytes(copy);
  }

  List<byte[]> members() {
    return members.stream().map(ByteArrayOutputStream::toByteArray).toList();
  }

  /** The frames one after the other. */
  static byte[] of(List<ByteBuffer> frames) {
    ByteBuffer all = ByteBuffer.allocate(frames.stream().mapToInt(ByteBuffer::remaining).sum());
    frames.forEach(frame -> all.put(frame.duplicate()));
    return all.array();
  }

  /** That no other seed gives, unless they are very few. */
  static byte[] bytes(int length, long seed) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }
}
