package org.boardbench.report.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.boardbench.findings.starts.StoredStage;
import org.boardbench.results.column.StageCosts;

/**
 * The CPU time of one stage, by parts.
 *
 * @param parts in the order in which a message comes through them, without the rest
 */
public record ExplainedStage(StoredStage stage, List<ExplainedPart> parts) {
  /** The name of what no part accounts for. */
  public static final String REST = "rest";

  public ExplainedStage {
    parts = List.copyOf(parts);
  }

  /** What the server spent for a delivery; NaN when it was not measured. */
  public double measuredUs() {
    return stage.figure(StageCosts.CPU_US_PER_DELIVERY);
  }

  /** What the known parts do not account for; below zero where they cost more than was measured. */
  public ExplainedPart rest() {
    double rest = measuredUs() - explainedUs();
    List<String> notes = new ArrayList<>();
    if (Double.isNaN(rest)) {
      notes.add("the CPU time of a delivery was not measured");
    } else if (rest < 0) {
      notes.add("negative: the parts cost more in the microbenchmark than the server spent");
    }
    List<ExplainedPart> unknown = parts.stream().filter(part -> !part.isKnown()).toList();
    if (!unknown.isEmpty()) {
      notes.add(
          unknown.stream()
              .map(ExplainedPart::name)
              .collect(Collectors.joining(", ", "with ", ", which is not known")));
    }
    return new ExplainedPart(
        REST, rest, "", "", OptionalInt.empty(), OptionalInt.empty(), String.join("; ", notes));
  }

  /** All parts, and the rest at last. */
  public List<ExplainedPart> partsAndRest() {
    List<ExplainedPart> all = new ArrayList<>(parts);
    all.add(rest());
    return all;
  }

  /** Percent of what was measured; NaN where there is nothing to divide by. */
  public double sharePct(ExplainedPart part) {
    return measuredUs() > 0 ? 100 * part.usPerDelivery() / measuredUs() : Double.NaN;
  }

  /** What all known parts account for, in percent of what was measured; NaN likewise. */
  public double explainedPct() {
    return measuredUs() > 0 ? 100 * explainedUs() / measuredUs() : Double.NaN;
  }

  private double explainedUs() {
    return parts.stream()
        .filter(ExplainedPart::isKnown)
        .mapToDouble(ExplainedPart::usPerDelivery)
        .sum();
  }
}
