package org.boardbench.micro.codec;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Decodes into a buffer and throws the characters away, for the JDK has no check alone. */
final class JdkUtf8Validator implements Utf8Validator {
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private final CharBuffer characters = CharBuffer.allocate(8 * 1024);

  @Override
  public boolean isValid(byte[] bytes) {
    ByteBuffer input = ByteBuffer.wrap(bytes);
    decoder.reset();
    CoderResult result;
    do {
      characters.clear();
      result = decoder.decode(input, characters, true);
    } while (result.isOverflow());
    return result.isUnderflow();
  }
}
