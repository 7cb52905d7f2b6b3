package org.boardbench.micro.codec;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** The methods of String, which make new arrays, and put U+FFFD for what is malformed. */
final class JdkUtf8 implements Utf8Coder {
  @Override
  public void encode(String text, Consumer<ByteBuffer> sink) {
    sink.accept(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public String decode(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
