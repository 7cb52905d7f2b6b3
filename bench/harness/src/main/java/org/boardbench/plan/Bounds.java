package org.boardbench.plan;

import java.time.Duration;
import java.util.regex.Pattern;
import org.boardbench.protocol.StrokePayload;

/** What a plan may ask for. Upper bounds stop a slip of the finger, not an ambition. */
final class Bounds {
  /** An ephemeral port and a socket buffer for each: far above what two cores can drive. */
  static final ValueReader<Integer> USERS = ValueReader.wholeNumber(1, 20_000);

  static final ValueReader<Integer> BOARDS = ValueReader.wholeNumber(1, 20_000);

  /** Below, nobody would send in the longest ramp, and times would not fit their numbers. */
  static final ValueReader<Double> RATE = ValueReader.number(0.001, 1000);

  /** From a stroke without padding to what leaves room for an envelope in a frame of 64 KiB. */
  static final ValueReader<Integer> PAYLOAD =
      ValueReader.wholeNumber(StrokePayload.MIN_BYTES, 60 * 1024);

  static final ValueReader<Integer> REPETITIONS = ValueReader.wholeNumber(1, 100);
  static final ValueReader<Long> SEED = ValueReader.seed();
  static final ValueReader<Duration> HOLD =
      ValueReader.duration(Duration.ofMillis(100), Duration.ofHours(24));
  static final ValueReader<Duration> RAMP =
      ValueReader.duration(Duration.ZERO, Duration.ofHours(1));
  static final ValueReader<Duration> DEADLINE =
      ValueReader.duration(Duration.ofMillis(1), Duration.ofHours(1));

  static final ValueReader<Duration> FIRST_PAUSE =
      ValueReader.duration(Duration.ZERO, Duration.ofHours(1));

  static final Duration LONGEST_PAUSE = Duration.ofHours(1);
  static final ValueReader<Duration> PAUSE =
      ValueReader.duration(Duration.ofMillis(1), LONGEST_PAUSE);
  static final ValueReader<Integer> JITTER = ValueReader.wholeNumber(0, 100);

  static final ValueReader<Double> PERCENT = ValueReader.number(0, 100);

  /** A median can more than double within a hold. */
  static final ValueReader<Double> DRIFT = ValueReader.number(0, 10_000);

  /** From the median to one message in a hundred thousand. */
  static final ValueReader<Double> PERCENTILE = ValueReader.number(50, 99.999);

  static final ValueReader<Integer> SAMPLES = ValueReader.wholeNumber(1, 1_000_000);
  static final ValueReader<Integer> CONNECT_FAILURES = ValueReader.wholeNumber(0, 20_000);
  static final ValueReader<Duration> DELAY =
      ValueReader.duration(Duration.ofMillis(1), Duration.ofMinutes(1));

  /** The kernel's shortest share: 1 ms of its period of 100 ms. */
  static final double LEAST_CPUS = 0.01;

  /** Below, no server of any stack comes up. */
  static final long LEAST_MEMORY_BYTES = 16L << 20;

  /** Where the machine does not tell how much it has. */
  static final long MOST_MEMORY_BYTES = 1L << 40;

  /** The name becomes part of a folder's name. */
  static final ValueReader<String> NAME =
      ValueReader.matching(
          Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,59}"),
          "must be 1 to 60 letters, digits, '.', '_' or '-', the first a letter or digit");

  static final ValueReader<String> DESCRIPTION =
      ValueReader.matching(Pattern.compile("(?s).*"), "must be text");

  private Bounds() {}
}
