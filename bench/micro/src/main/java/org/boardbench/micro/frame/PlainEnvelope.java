package org.boardbench.micro.frame;

import java.nio.charset.StandardCharsets;

/** None: the text of the frame is the message. */
final class PlainEnvelope implements Envelope {
  @Override
  public byte[] published(byte[] message) {
    return message.clone();
  }

  @Override
  public byte[] wrap(byte[] message) {
    return text(message).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public byte[] unwrap(byte[] text) {
    return text(text).getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
