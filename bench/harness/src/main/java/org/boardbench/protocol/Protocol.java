package org.boardbench.protocol;

/**
 * A way of speaking the wire contract ({@code targets/README.md}) to one server: how a user joins
 * its board, how a message is wrapped, and what the frames that carry none mean. Each connection
 * gets a session of its own; what the protocol itself remembers is about the server, and may be
 * used from any thread.
 *
 * <p>A new one is a folder beside {@code raw}, and a line in {@code
 * META-INF/services/org.boardbench.protocol.Protocol}; its class is public, with a public
 * constructor that takes nothing.
 */
public interface Protocol {
  /** The name in manifests and on the command line. */
  String name();

  /** What the opening handshake of every connection asks for. */
  default Handshake handshake() {
    return Handshake.PLAIN;
  }

  /** What {@code user}'s asks for, where an address says who or on which board that is. */
  default Handshake handshake(UserIdentity user) {
    return handshake();
  }

  /**
   * Whether the server is told of boards and keeps them apart; else all users share a single one.
   */
  default boolean hasBoards() {
    return true;
  }

  /** How messages carry their stamp. */
  default StampForm stampForm() {
    return StampForm.JSON_VALUE;
  }

  /**
   * One user's side of the conversation, used only by the loop thread that owns the connection.
   *
   * @param body what the user publishes
   */
  UserSession session(UserIdentity user, MessageBody body);

  /**
   * Whether {@code message}, one message of a frame as {@link UserSession#messages} gives it, is
   * what was published as {@code body}.
   */
  MessageIntegrity integrity(String body, byte[] message);
}
