package org.boardbench.host.sampling;

/**
 * Somebody reads what a target and its machine have used, once a second and whenever asked, until
 * it is closed. Thread-safe.
 */
public interface Sampling extends AutoCloseable {
  /** All counters now, as {@link ResourceSampler} has them. */
  ResourceSnapshot snapshot();

  /** A component has ended and been started again: its counters go on with what that uses. */
  void replace(Component restarted);

  /**
   * Ends it; nothing more is told to anybody.
   *
   * @throws IllegalStateException when it has failed before
   */
  @Override
  void close();
}
