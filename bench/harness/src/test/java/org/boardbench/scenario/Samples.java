package org.boardbench.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.boardbench.scenario.behaviour.Behaviour;
import org.boardbench.scenario.behaviour.BehaviourKey;
import org.boardbench.scenario.behaviour.BehaviourKind;
import org.boardbench.scenario.behaviour.BehaviourValues;
import org.boardbench.scenario.message.MessageClass;
import org.boardbench.scenario.message.PayloadSizes;
import org.boardbench.scenario.schedule.ScheduleCursor;
import org.boardbench.scenario.trace.TraceMessage;
import org.boardbench.scenario.trace.TraceMessages;

/** A behaviour of each kind, and what many messages come to. */
public final class Samples {
  public static final long SECOND = 1_000_000_000;

  private static final Map<Class<?>, Object> VALUES =
      Map.of(
          Double.class,
          20.0,
          PayloadSizes.class,
          new PayloadSizes(300, 900),
          TraceMessages.class,
          new TraceMessages(
              List.of(
                  new TraceMessage(0, MessageClass.STROKE, 300),
                  new TraceMessage(40_000_000, MessageClass.CURSOR, 250),
                  new TraceMessage(50_000_000, MessageClass.CURSOR, 260),
                  new TraceMessage(700_000_001, MessageClass.IMAGE, 9_000))));

  private Samples() {}

  public static Behaviour of(BehaviourKind kind) {
    BehaviourValues values = BehaviourValues.none();
    for (BehaviourKey<?> key : kind.keys()) {
      values = with(values, key);
    }
    return kind.maker().apply(values);
  }

  private static <T> BehaviourValues with(BehaviourValues values, BehaviourKey<T> key) {
    return values.with(
        key, key.fallback().orElseGet(() -> key.type().cast(VALUES.get(key.type()))));
  }

  /** How many messages one user has in each of {@code windows} seconds from {@code startNs} on. */
  public static long[] perSecond(ScheduleCursor messages, long startNs, int windows) {
    long[] counts = new long[windows];
    while (messages.intendedNs() < startNs + windows * SECOND) {
      counts[(int) ((messages.intendedNs() - startNs) / SECOND)]++;
      messages.advance();
    }
    return counts;
  }

  public static double mean(long[] counts) {
    return Arrays.stream(counts).average().orElseThrow();
  }

  /** Variance by mean: 0 of a constant rate, 1 of a Poisson process. */
  public static double dispersion(long[] counts) {
    double mean = mean(counts);
    double squares = 0;
    for (long count : counts) {
      squares += (count - mean) * (count - mean);
    }
    return squares / (counts.length - 1) / mean;
  }

  public static long[] firstTimes(ScheduleCursor messages, int number) {
    long[] times = new long[number];
    for (int i = 0; i < number; i++) {
      times[i] = messages.intendedNs();
      messages.advance();
    }
    return times;
  }
}
