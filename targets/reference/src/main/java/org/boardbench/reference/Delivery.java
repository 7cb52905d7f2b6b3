package org.boardbench.reference;

/** How a message gets to the members of its board. Used by the server's thread alone. */
interface Delivery {
  /**
   * Delivers the text in {@code bytes}, or keeps a copy.
   *
   * @param messageClass the letter in its stamp, see {@link MessageClass}
   * @param readNs the moment after the read that brought it
   */
  void publish(
      Board board,
      Connection sender,
      char messageClass,
      byte[] bytes,
      int from,
      int length,
      long readNs);

  /** The first join or another one. */
  void joined();

  /** Forgets a connection that has closed. */
  void left(Connection connection);

  /** When {@link #endIteration} has to be called next; {@code Long.MAX_VALUE} for no such time. */
  long nextNs();

  /** Sends what has come up in an iteration of the loop, or is due. */
  void endIteration();
}
