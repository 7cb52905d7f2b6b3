package org.boardbench.micro.run;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.boardbench.micro.Series;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.util.Optional;

/**
 * How every benchmark is measured.
 *
 * @param forks JVMs, one after the other; a JVM's luck with its compiler is the same for all of its
 *     iterations, so fewer than three tell little
 * @param narrowed parameters of which only these values are measured
 */
record Method(
    boolean isQuick,
    int forks,
    int warmUps,
    Duration warmUp,
    int iterations,
    Duration iteration,
    Map<String, List<String>> narrowed) {
  /** What starting a JVM and ending it takes, about. */
  private static final Duration START = Duration.ofMillis(650);

  /** For figures: about half an hour for all benchmarks on two cores. */
  static Method full() {
    return new Method(false, 3, 3, Duration.ofMillis(300), 3, Duration.ofMillis(250), Map.of());
  }

  /** Shows that everything works, and no more, in two minutes. */
  static Method quick() {
    return new Method(
        true,
        1,
        1,
        Duration.ofMillis(250),
        3,
        Duration.ofMillis(100),
        Map.of(Series.PAYLOAD, List.of("300"), Series.MEMBERS, List.of("100")));
  }

  /** The same, but for what the command line says. */
  Method with(Options options) {
    return new Method(
        isQuick,
        options.getForkCount().orElse(forks),
        options.getWarmupIterations().orElse(warmUps),
        time(options.getWarmupTime(), warmUp),
        options.getMeasurementIterations().orElse(iterations),
        time(options.getMeasurementTime(), iteration),
        narrowed);
  }

  /** The time that all JVMs of a case take. */
  Duration about() {
    Duration fork =
        START.plus(warmUp.multipliedBy(warmUps)).plus(iteration.multipliedBy(iterations));
    return fork.multipliedBy(forks);
  }

  private static Duration time(Optional<TimeValue> chosen, Duration usual) {
    return chosen.hasValue()
        ? Duration.ofNanos(chosen.get().convertTo(TimeUnit.NANOSECONDS))
        : usual;
  }
}
