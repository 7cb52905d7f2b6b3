package org.boardbench.profile;

import java.io.IOException;
import java.time.Instant;

/** A sampling profiler on one process of a server. Used by one thread at a time. */
interface StackSampler extends AutoCloseable {
  /** Nobody looks: the kernel's counters alone tell of the process. */
  StackSampler NONE =
      new StackSampler() {
        @Override
        public double samplesPerS() {
          return 0;
        }

        @Override
        public Samples samples(Instant from, Instant to) {
          return Samples.NONE;
        }
      };

  /** How many it takes of each second of CPU time. */
  double samplesPerS();

  /** A hold begins. */
  default void holdStarted() throws IOException {}

  /** It has ended. */
  default void holdEnded() throws IOException {}

  /**
   * What was seen in the hold that has ended.
   *
   * @param from when it began, {@code to} when it ended
   * @throws IOException when the profiler cannot tell; the message is for a person
   */
  Samples samples(Instant from, Instant to) throws IOException, InterruptedException;

  /** Lets the process go, in bounded time. */
  @Override
  default void close() {}
}
