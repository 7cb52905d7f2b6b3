package org.boardbench.protocol;

import java.nio.charset.StandardCharsets;

/**
 * One user's messages in an envelope that is the same for all, made in place and without
 * allocation. Immutable.
 */
public final class MessageEnvelope {
  private final byte[] before;
  private final MessageBody body;
  private final byte[] after;

  /** The texts are ASCII. */
  public MessageEnvelope(String before, MessageBody body, String after) {
    this.before = before.getBytes(StandardCharsets.US_ASCII);
    this.body = body;
    this.after = after.getBytes(StandardCharsets.US_ASCII);
  }

  /** Of a message. */
  public int bytes(int bodyBytes) {
    return before.length + bodyBytes + after.length;
  }

  /**
   * Writes a message to {@code target} from {@code at} on.
   *
   * @return how many bytes
   */
  public int write(CharSequence stamp, int bodyBytes, byte[] target, int at) {
    System.arraycopy(before, 0, target, at, before.length);
    body.write(stamp, bodyBytes, target, at + before.length);
    System.arraycopy(after, 0, target, at + before.length + bodyBytes, after.length);
    return bytes(bodyBytes);
  }
}
