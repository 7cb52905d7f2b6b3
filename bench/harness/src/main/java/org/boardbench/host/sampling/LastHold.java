package org.boardbench.host.sampling;

import java.util.Optional;

/** The hold under way, or else the last one: what is sampled in none is let go. Thread-safe. */
public final class LastHold {
  private volatile Optional<HoldMeter> meter = Optional.empty();

  /** Takes the sample of a second, whether a hold is under way or not. */
  public void add(ResourceSnapshot sample) {
    meter.ifPresent(hold -> hold.add(sample));
  }

  /** One begins; the last one is forgotten. */
  public void start(ResourceSnapshot atStart) {
    meter = Optional.of(new HoldMeter(atStart));
  }

  /** It is over. */
  public void end(ResourceSnapshot atEnd) {
    meter.orElseThrow().end(atEnd);
  }

  /** As {@link HoldMeter#usage}. */
  public HoldUsage usage(long deliveries) {
    return meter.orElseThrow().usage(deliveries);
  }
}
