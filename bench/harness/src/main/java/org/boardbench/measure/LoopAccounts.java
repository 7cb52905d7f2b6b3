package org.boardbench.measure;

/**
 * What one driver loop counts. Single writer: only the loop's thread calls it. Nothing here
 * allocates, locks or logs once a stage is open.
 */
public final class LoopAccounts {
  /** What {@link #frame} made of a frame. */
  public enum Outcome {
    /** A stroke of this trial; counted, whatever it was (delivery, duplicate, misrouted, late). */
    COUNTED,
    /** No stamp of a measured phase: the protocol's session must say what it is. */
    NOT_A_STROKE
  }

  LoopAccounts() {}

  /** {@code user} is a member of its board from now on. */
  public void joined(int user) {
    throw new UnsupportedOperationException();
  }

  /** {@code user} has dropped: nothing sent from now on is expected at it. */
  public void left(int user) {
    throw new UnsupportedOperationException();
  }

  /**
   * Opens the account of {@code user}'s next message: who is expected to get it is fixed here. Call
   * right before the bytes go to the kernel, then {@link #sent} or {@link #notSent}.
   *
   * @return the message's stamp
   */
  public String sending(int user, Phase phase, long intendedNs, long sentNs) {
    throw new UnsupportedOperationException();
  }

  /** The kernel took all bytes of {@code user}'s last message. */
  public void sent(int user) {
    throw new UnsupportedOperationException();
  }

  /** {@code user}'s last message never left: it is taken back from the account. */
  public void notSent(int user) {
    throw new UnsupportedOperationException();
  }

  /** Takes one complete text frame that {@code receiver} got. */
  public Outcome frame(int receiver, byte[] bytes, int offset, int length, long receivedNs) {
    throw new UnsupportedOperationException();
  }

  /** A frame at {@code receiver} that nobody could read. */
  public void corrupt(int receiver, long receivedNs) {
    throw new UnsupportedOperationException();
  }

  /** A read that took {@code bytes} off the socket and completed {@code frames} frames. */
  public void read(long bytes, int frames, long nowNs) {
    throw new UnsupportedOperationException();
  }

  /** {@code bytes} went to the socket. */
  public void wrote(long bytes, long nowNs) {
    throw new UnsupportedOperationException();
  }

  /** One turn of the loop, from the wake-up to the next wait. */
  public void turn(long startNs, long endNs) {
    throw new UnsupportedOperationException();
  }
}
