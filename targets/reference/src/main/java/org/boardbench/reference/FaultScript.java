package org.boardbench.reference;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * Which fault happens when. Immutable.
 *
 * @param faults those that are not here never happen
 * @param delay how long {@link Fault#DELAY} keeps a delivery, from the moment after the read that
 *     brought the message
 * @param stall how long {@link Fault#STALL} does nothing
 * @param swapLimit a message held back for a {@link Fault#SWAP} goes after this time, swapped or
 *     not
 */
public record FaultScript(
    Map<Fault, When> faults, Duration delay, Duration stall, Duration swapLimit) {

  private static final FaultScript NONE =
      new FaultScript(
          Map.of(), Duration.ofMillis(50), Duration.ofSeconds(1), Duration.ofSeconds(2));

  public FaultScript {
    Map<Fault, When> happening = new EnumMap<>(Fault.class);
    happening.putAll(faults);
    happening.values().removeIf(When.Never.class::isInstance);
    faults = Map.copyOf(happening);
  }

  /** A server that does nothing wrong. */
  public static FaultScript none() {
    return NONE;
  }

  /** {@code fault} at every {@code k}-th occasion. */
  public static FaultScript every(long k, Fault fault) {
    return NONE.and(k, fault);
  }

  /** Adds {@code fault} at every {@code k}-th occasion. */
  public FaultScript and(long k, Fault fault) {
    return with(fault, new When.Every(k));
  }

  /** Adds {@code fault}, in the place of what was said of it before. */
  public FaultScript with(Fault fault, When when) {
    Map<Fault, When> more = new EnumMap<>(Fault.class);
    more.putAll(faults);
    more.put(fault, when);
    return new FaultScript(more, delay, stall, swapLimit);
  }

  public FaultScript delayedBy(Duration newDelay) {
    return new FaultScript(faults, newDelay, stall, swapLimit);
  }

  public FaultScript stalledFor(Duration newStall) {
    return new FaultScript(faults, delay, newStall, swapLimit);
  }

  public FaultScript swappedWithin(Duration newSwapLimit) {
    return new FaultScript(faults, delay, stall, newSwapLimit);
  }

  /** Whether something can go wrong at a delivery, or cuts a member while messages come in. */
  boolean disturbsDeliveries() {
    return faults.keySet().stream()
        .anyMatch(
            fault -> fault.occasion() != Fault.Occasion.CONNECTION || fault == Fault.CUT_JOIN);
  }
}
