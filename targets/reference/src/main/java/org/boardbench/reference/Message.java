package org.boardbench.reference;

import java.nio.charset.StandardCharsets;

/** A message on its way to the members of its board. */
final class Message {
  private final Board board;
  private final Connection sender;
  private final char messageClass;
  private final byte[] payload;
  private final byte[] frame;
  private final long readNs;

  /**
   * @param messageClass the letter in its stamp
   * @param readNs the moment after the read that brought it
   */
  Message(Board board, Connection sender, char messageClass, byte[] payload, long readNs) {
    this.board = board;
    this.sender = sender;
    this.messageClass = messageClass;
    this.payload = payload;
    this.frame = ServerFrames.frame(ServerFrames.FINAL | ServerFrames.TEXT, payload);
    this.readNs = readNs;
  }

  Board board() {
    return board;
  }

  Connection sender() {
    return sender;
  }

  /** The letter in its stamp, see {@link MessageClass}. */
  char messageClass() {
    return messageClass;
  }

  byte[] payload() {
    return payload;
  }

  /** What a member gets when nothing is wrong. */
  byte[] frame() {
    return frame;
  }

  long readNs() {
    return readNs;
  }

  String text() {
    return new String(payload, StandardCharsets.UTF_8);
  }
}
