package org.boardbench.micro.wake;

/** Two that hand over to each other in turn, each of whom waits meanwhile. For one caller. */
interface Exchange extends AutoCloseable {
  /** Has the first wake the second, and the second the first, so many times; returns after that. */
  void rounds(int rounds);

  /** How often one has woken the other since the start; asked between rounds. */
  long wakeUps();

  /** Ends their threads. */
  @Override
  void close();
}
