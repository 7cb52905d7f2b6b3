package org.boardbench.micro.fanout;

/** A published message; all members share it, so nobody may change it. */
public final class Message {
  private final long sequence;
  private final byte[] payload;

  /**
   * @param sequence how many messages the publisher had published before
   * @param payload the encoded stroke, which the message keeps
   */
  public Message(long sequence, byte[] payload) {
    this.sequence = sequence;
    this.payload = payload;
  }

  public long sequence() {
    return sequence;
  }

  /** Size of the payload in bytes. */
  public int length() {
    return payload.length;
  }
}
