package org.boardbench.statistics;

import java.util.Optional;

/** Between what the truth is, or why nobody can say. */
public sealed interface Bounds permits Interval, Refusal {
  /** Empty where it was refused. */
  default Optional<Interval> interval() {
    return this instanceof Interval interval ? Optional.of(interval) : Optional.empty();
  }

  /** Empty where there is an interval. */
  default Optional<Refusal> refusal() {
    return this instanceof Refusal refusal ? Optional.of(refusal) : Optional.empty();
  }
}
