package org.boardbench.micro.fanout;

/**
 * Counts in plain fields, so that a sink costs next to nothing, and enough for a benchmark to tell
 * afterwards whether each message came exactly once.
 */
public final class CountingSink implements Sink {
  private long received;
  private long sequences;
  private long bytes;

  @Override
  public void accept(Message message) {
    received++;
    sequences += message.sequence();
    bytes += message.length();
  }

  /** How many deliveries there have been. */
  public long received() {
    return received;
  }

  /**
   * Sees to it that messages 0 to {@code published} − 1 came, each once; only a drop and a double
   * of just the same sum would escape.
   *
   * @param payloadBytes size of each
   * @throws IllegalStateException when they did not
   */
  public void requireAll(long published, int payloadBytes) {
    boolean complete =
        received == published
            && sequences == published * (published - 1) / 2
            && bytes == published * payloadBytes;
    if (!complete) {
      throw new IllegalStateException(
          "a member got %d messages of sequence sum %d, of %d published"
              .formatted(received, sequences, published));
    }
  }
}
