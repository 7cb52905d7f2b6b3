package org.boardbench.micro.codec;

/** What the wire contract asks of a message beyond being well-formed. */
final class WireContract {
  private WireContract() {}

  /**
   * The message itself.
   *
   * @param message null when the library read no object
   */
  static <T> T requireObject(T message) throws MalformedStrokeException {
    if (message == null) {
      throw new MalformedStrokeException("no object");
    }
    return message;
  }

  /**
   * The board itself.
   *
   * @param boardId whatever the message has in its place, null when nothing
   */
  static String requireBoardId(Object boardId) throws MalformedStrokeException {
    if (boardId instanceof String text) {
      return text;
    }
    throw new MalformedStrokeException("boardId is " + boardId);
  }
}
