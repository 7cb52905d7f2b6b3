package org.boardbench.plan;

import java.time.Duration;

/** What holds where an experiment says nothing; written here and nowhere else. */
final class Defaults {
  static final long SEED = 42;
  static final int REPETITIONS = 1;
  static final int BOARDS = 10;
  static final double RATE_PER_USER = 1;
  static final int PAYLOAD_BYTES = 300;
  static final Duration RAMP = Duration.ofSeconds(5);
  static final DeadlineSpec DEADLINES =
      new DeadlineSpec(
          Duration.ofSeconds(60),
          Duration.ofSeconds(10),
          Duration.ofSeconds(10),
          Duration.ofSeconds(5));

  /** As clients of such servers do: at once, then ever more patiently. */
  static final ReconnectSpec RECONNECT =
      ReconnectSpec.backoff(Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(30), 50);

  static final LauncherChoice LAUNCHER = LauncherChoice.PROCESS;
  static final LoopChoice LOOP = LoopChoice.AUTO;

  /** README's "Can I trust the numbers?" says what each is for. */
  static final ValiditySpec VALIDITY =
      new ValiditySpec(
          99,
          Duration.ofMillis(5),
          10,
          85,
          Duration.ofMillis(50),
          5,
          2,
          25,
          10,
          99,
          0,
          Duration.ofMillis(1),
          50,
          10);

  private Defaults() {}

  /** Half the machine: the other half belongs to the server under test. */
  static int driverCores(int coresOfMachine) {
    return Math.max(1, coresOfMachine / 2);
  }
}
