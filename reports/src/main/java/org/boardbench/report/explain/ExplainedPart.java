package org.boardbench.report.explain;

import java.util.OptionalInt;
import org.boardbench.results.row.ProfileCategory;

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
  /** In what a profile has it; {@code unattributed} of the rest. */
  public ProfileCategory category() {
    return switch (name) {
      case "frame-in", "text-in", "stomp-in", "tomcat-in" -> ProfileCategory.RECEIVE_PATH;
      case "parse" -> ProfileCategory.PARSING;
      case "hand-over" -> ProfileCategory.WAKE_UPS;
      case "stomp-out", "text-out", "frame-out", "tomcat-out" -> ProfileCategory.SEND_PATH;
      case "kernel-write" -> ProfileCategory.KERNEL_NETWORK;
      default -> ProfileCategory.UNATTRIBUTED;
    };
  }

  public boolean isKnown() {
    return !Double.isNaN(usPerDelivery);
  }
}
