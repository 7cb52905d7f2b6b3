package org.boardbench.micro.codec;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.apache.tomcat.util.buf.Utf8Encoder;

/**
 * As Tomcat 11's WebSocket does it. Sending ({@code WsRemoteEndpointImplBase}) encodes with
 * Tomcat's own encoder into a buffer of 8 KiB, and what does not fit goes out as another frame of
 * the message. Receiving ({@code WsFrameBase}) decodes into a buffer for the largest message.
 */
final class TomcatUtf8 implements Utf8Coder {
  private static final int ENCODER_BUFFER_BYTES = 8 * 1024;

  /** The limit that the wire contract sets. */
  private static final int LARGEST_MESSAGE = 64 * 1024;

  private final CharsetEncoder encoder = new Utf8Encoder();
  private final ByteBuffer encoded = ByteBuffer.allocate(ENCODER_BUFFER_BYTES);
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private final CharBuffer decoded = CharBuffer.allocate(LARGEST_MESSAGE);

  @Override
  public void encode(String text, Consumer<ByteBuffer> sink) {
    CharBuffer message = CharBuffer.wrap(text);
    encoder.reset();
    boolean isDone = false;
    while (!isDone) {
      encoded.clear();
      CoderResult result = encoder.encode(message, encoded, true);
      if (result.isError()) {
        throw new IllegalArgumentException(result.toString());
      }
      isDone = !result.isOverflow();
      encoded.flip();
      sink.accept(encoded);
    }
  }

  /** In two steps: the frame may not be the last of its message, and then the message ends. */
  @Override
  public String decode(byte[] bytes) throws CharacterCodingException {
    ByteBuffer frame = ByteBuffer.wrap(bytes);
    decoder.reset();
    decoded.clear();
    decode(frame, false);
    decode(frame, true);
    decoded.flip();
    return decoded.toString();
  }

  private void decode(ByteBuffer frame, boolean isEnd) throws CharacterCodingException {
    CoderResult result = decoder.decode(frame, decoded, isEnd);
    if (!result.isUnderflow()) {
      result.throwException();
    }
  }
}
