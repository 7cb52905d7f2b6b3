package org.boardbench.reference;

/** The monotonic clock, in ns since the server was made: never negative, so times compare. */
final class ServerClock {
  private final long startNs = System.nanoTime();

  long nowNs() {
    return System.nanoTime() - startNs;
  }
}
