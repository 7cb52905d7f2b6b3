package org.boardbench.report.explain;

import java.util.OptionalInt;

/**
 * What one part of a server's work costs.
 *
 * @param usPerDelivery NaN when it is not known, for the reason in the note
 * @param benchmark empty of the rest
 * @param by library or strategy; empty of the rest
 * @param payloadBytes of the microbenchmark; empty where it has none or was not found
 * @param members as {@code payloadBytes}
 * @param note may be empty
 */
public record ExplainedPart(
    String name,
    double usPerDelivery,
    String benchmark,
    String by,
    OptionalInt payloadBytes,
    OptionalInt members,
    String note) {
  public boolean isKnown() {
    return !Double.isNaN(usPerDelivery);
  }
}
