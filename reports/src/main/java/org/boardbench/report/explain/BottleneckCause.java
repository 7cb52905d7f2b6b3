package org.boardbench.report.explain;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.boardbench.findings.ranking.BrokenLoad;
import org.boardbench.statistics.Estimate;
import org.boardbench.statistics.FigureKind;

/**
 * What a server's CPU went into when it broke, as far as the microbenchmarks explain it.
 *
 * @param explainedPct of the CPU time of a delivery, the mean over valid starts; more than 100
 *     where the parts cost more when they run alone; NaN where nothing is explained
 * @param parts those that cost most, the first one most; none where nothing is explained
 */
public record BottleneckCause(double explainedPct, List<String> parts) {
  private static final int MOST_PARTS = 2;

  public BottleneckCause {
    parts = List.copyOf(parts);
  }

  static BottleneckCause of(BrokenLoad load, List<ExplainedStage> explained) {
    List<ExplainedStage> here =
        explained.stream()
            .filter(one -> one.stage().isValid())
            .filter(one -> one.stage().target().equals(load.variant()))
            .filter(one -> one.stage().users() == load.users())
            .toList();
    double share =
        Estimate.of(FigureKind.COST, here.stream().mapToDouble(ExplainedStage::explainedPct))
            .mean()
            .orElse(Double.NaN);
    return new BottleneckCause(share, Double.isNaN(share) ? List.of() : parts(here));
  }

  private static List<String> parts(List<ExplainedStage> stages) {
    Map<String, Double> costs =
        stages.stream()
            .flatMap(stage -> stage.parts().stream())
            .filter(ExplainedPart::isKnown)
            .collect(
                Collectors.groupingBy(
                    ExplainedPart::name,
                    LinkedHashMap::new,
                    Collectors.summingDouble(ExplainedPart::usPerDelivery)));
    return costs.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(MOST_PARTS)
        .map(Map.Entry::getKey)
        .toList();
  }

  public boolean isKnown() {
    return !parts.isEmpty();
  }
}
