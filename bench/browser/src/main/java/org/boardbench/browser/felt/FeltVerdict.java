package org.boardbench.browser.felt;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.boardbench.results.reason.FeltReason;
import org.boardbench.results.reason.Reason;
import org.boardbench.results.reason.ReasonCode;
import org.boardbench.results.row.FeltRecord;
import org.boardbench.results.row.TimeFigures;

/** Whether a row may be cited. What was not measured is not judged. */
final class FeltVerdict {
  private FeltVerdict() {}

  /**
   * Reasons of its own, then those of the stage.
   *
   * @param stage why that is invalid; what speaks of its own times says nothing of these
   */
  static List<Reason> of(FeltRecord row, List<Reason> stage) {
    return Stream.concat(
            Arrays.stream(FeltReason.values()).flatMap(reason -> judge(reason, row).stream()),
            stage.stream().filter(reason -> !isOfTimes(reason)))
        .toList();
  }

  private static boolean isOfTimes(Reason reason) {
    return reason.code() instanceof ReasonCode code && code.isOfTimes();
  }

  /** A reason without a rule does not compile. */
  private static Optional<Reason> judge(FeltReason reason, FeltRecord row) {
    return switch (reason) {
      case BROWSER_ENDED -> atMost(reason, OptionalDouble.of(row.ended().isPresent() ? 1 : 0));
      case BROWSER_FPS -> atLeast(reason, row.pages().fps());
      case FEW_SHOWN -> atLeast(reason, OptionalDouble.of((double) row.counts().shown()));
      case WITNESSES_DIFFER -> atMost(reason, witnessesDifferMs(row.times()));
      case CLOCKS_DIFFER -> atMost(reason, row.pages().clockDifferenceMs());
    };
  }

  private static OptionalDouble witnessesDifferMs(FeltRecord.Times times) {
    OptionalDouble trace = times.remote().inMs(TimeFigures::p50Ns);
    OptionalDouble element = times.remoteByElement().inMs(TimeFigures::p50Ns);
    return trace.isPresent() && element.isPresent()
        ? OptionalDouble.of(Math.abs(trace.getAsDouble() - element.getAsDouble()))
        : OptionalDouble.empty();
  }

  private static Optional<Reason> atMost(FeltReason reason, OptionalDouble measured) {
    return measured.isPresent() && measured.getAsDouble() > reason.bound().usual()
        ? found(reason, measured)
        : Optional.empty();
  }

  private static Optional<Reason> atLeast(FeltReason reason, OptionalDouble measured) {
    return measured.isPresent() && measured.getAsDouble() < reason.bound().usual()
        ? found(reason, measured)
        : Optional.empty();
  }

  private static Optional<Reason> found(FeltReason reason, OptionalDouble measured) {
    return Optional.of(new Reason(reason, measured.getAsDouble(), reason.bound().usual()));
  }
}
