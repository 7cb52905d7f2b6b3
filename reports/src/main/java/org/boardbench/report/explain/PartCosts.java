package org.boardbench.report.explain;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.boardbench.findings.starts.StoredStage;
import org.boardbench.report.stored.MicroRow;
import org.boardbench.report.stored.StoredMicro;
import org.boardbench.results.column.StageCounts;

/** Finds for a part of a server's work the microbenchmark that is nearest to a stage. */
final class PartCosts {
  private static final double PAYLOAD_TOLERANCE = 0.1;
  private static final double NS_PER_US = 1000;
  private static final String QUICK = "quick run";

  /** What is left of a whole server less its parts would be mostly that. */
  private static final String NOT_WARM = "not known before a server is warm";

  private final StoredMicro micro;
  private final EnvironmentMatch match;

  PartCosts(StoredMicro micro, EnvironmentMatch match) {
    this.micro = micro;
    this.match = match;
  }

  ExplainedPart of(WorkStep part, StoredStage stage) {
    Optional<String> difference = match.otherLibrary(stage.target(), part.libraries());
    if (difference.isPresent()) {
      return unknown(part, difference.get());
    }
    List<MicroRow> rows = rows(part);
    if (rows.isEmpty()) {
      return unknown(part, "not in the run of the microbenchmarks");
    }
    double payload = stage.figure(StageCounts.PAYLOAD_BYTES);
    Optional<MicroRow> row = nearest(rows, membersOf(stage), payload);
    return row.map(found -> known(part, stage, found))
        .orElseGet(() -> unknown(part, "not measured within 10 % of " + bytes(payload)));
  }

  private List<MicroRow> rows(WorkStep part) {
    return micro.rows(part.benchmark()).stream().filter(row -> row.by().equals(part.by())).toList();
  }

  private static Optional<MicroRow> nearest(List<MicroRow> rows, double members, double payload) {
    return rows.stream()
        .filter(row -> isNear(row.payloadBytes(), payload))
        .min(nearest(members, payload));
  }

  /** Members in ratio, as fan-out grows with them, then payloads, then the smaller of both. */
  private static Comparator<MicroRow> nearest(double members, double payload) {
    return Comparator.comparingDouble((MicroRow row) -> apart(row.members(), members))
        .thenComparingDouble(row -> apart(row.payloadBytes(), payload))
        .thenComparingInt(row -> row.members().orElse(0))
        .thenComparingInt(row -> row.payloadBytes().orElse(0));
  }

  private static double apart(OptionalInt number, double wanted) {
    return number.isPresent() ? Math.abs(Math.log(number.getAsInt() / wanted)) : 0;
  }

  private static double membersOf(StoredStage stage) {
    return stage.users() / stage.figure(StageCounts.BOARDS);
  }

  private static String bytes(double payload) {
    return Double.isNaN(payload)
        ? "the run's payload, which it does not state"
        : "the run's payload of " + Math.round(payload) + " bytes";
  }

  /** A benchmark without a payload fits all. */
  private static boolean isNear(OptionalInt payload, double wanted) {
    return payload.isEmpty() || Math.abs(payload.getAsInt() - wanted) <= PAYLOAD_TOLERANCE * wanted;
  }

  private ExplainedPart known(WorkStep part, StoredStage stage, MicroRow row) {
    boolean byTime = isByTime(part, row);
    double ns = nsPerReceiver(part, row);
    if (Double.isNaN(ns)) {
      return unknown(part, "the microbenchmark did not measure its " + (byTime ? "time" : "CPU"));
    }
    if (row.quick() && !part.less().isEmpty()) {
      return part(part, Double.NaN, OptionalInt.empty(), OptionalInt.empty(), NOT_WARM, QUICK);
    }
    double othersNs = part.less().stream().mapToDouble(other -> nsWithin(row, other)).sum();
    if (Double.isNaN(othersNs)) {
      return unknown(part, "not measured what of it other parts have");
    }
    double times =
        part.basis() == WorkStep.Basis.DELIVERY
            ? 1
            : stage.figure(StageCounts.SENT) / stage.figure(StageCounts.DELIVERED);
    if (!Double.isFinite(times)) {
      return unknown(part, "the run does not state messages and deliveries of the stage");
    }
    return part(
        part,
        (ns - othersNs) * times / NS_PER_US,
        row.payloadBytes(),
        row.members(),
        byTime && part.clock() != WorkStep.Clock.TIME ? "time, as CPU was not measured" : "",
        row.quick() ? QUICK : "");
  }

  private static boolean isByTime(WorkStep part, MicroRow row) {
    return part.clock() == WorkStep.Clock.TIME
        || (part.clock() == WorkStep.Clock.CPU_ELSE_TIME && Double.isNaN(row.cpuNs()));
  }

  private static double nsPerReceiver(WorkStep part, MicroRow row) {
    return (isByTime(part, row) ? row.scoreNs() : row.cpuNs()) / row.members().orElse(1);
  }

  /** What another part costs where a benchmark has it, too; NaN where that was not measured. */
  private double nsWithin(MicroRow whole, WorkStep other) {
    return nearest(rows(other), whole.members().orElse(1), whole.payloadBytes().orElse(0))
        .map(row -> nsPerReceiver(other, row))
        .orElse(Double.NaN);
  }

  private static ExplainedPart unknown(WorkStep part, String reason) {
    return part(part, Double.NaN, OptionalInt.empty(), OptionalInt.empty(), reason, "");
  }

  private static ExplainedPart part(
      WorkStep part,
      double us,
      OptionalInt payload,
      OptionalInt members,
      String reason,
      String mark) {
    String note =
        Stream.of(reason, part.remark(), mark)
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining("; "));
    return new ExplainedPart(part.name(), us, part.benchmark(), part.by(), payload, members, note);
  }
}
