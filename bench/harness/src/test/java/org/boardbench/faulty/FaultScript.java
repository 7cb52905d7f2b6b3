package org.boardbench.faulty;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Which fault comes how often, and how often it has come. */
public final class FaultScript {
  private final Map<Fault, Integer> every = new EnumMap<>(Fault.class);
  private final Map<Fault, LongAdder> done = new ConcurrentHashMap<>();
  private Duration delay = Duration.ofMillis(50);

  /** A server that does nothing wrong. */
  public static FaultScript none() {
    return new FaultScript();
  }

  /** {@code fault} at every {@code k}-th occasion. */
  public static FaultScript every(int k, Fault fault) {
    return none().and(k, fault);
  }

  /** Adds a fault; where two fall on the same occasion, the first of the enum's order comes. */
  public FaultScript and(int k, Fault fault) {
    every.put(fault, k);
    return this;
  }

  /** How long {@link Fault#DELAY} lets a delivery wait. */
  public FaultScript delayedBy(Duration newDelay) {
    delay = newDelay;
    return this;
  }

  Duration delay() {
    return delay;
  }

  /** Whether {@code fault} is the one for occasion {@code number}, counted from 1. */
  boolean calls(Fault fault, long number) {
    Integer k = every.get(fault);
    return k != null && number % k == 0;
  }

  void count(Fault fault) {
    done.computeIfAbsent(fault, f -> new LongAdder()).increment();
  }

  /** How often {@code fault} has come. */
  public long done(Fault fault) {
    LongAdder times = done.get(fault);
    return times == null ? 0 : times.sum();
  }
}
