package org.boardbench.report.html;

import java.util.Optional;
import org.boardbench.report.chart.Figure;
import org.boardbench.report.explain.Explanation;

/**
 * What a delivery costs, explained by the microbenchmarks.
 *
 * @param explanation empty when no run of the microbenchmarks was looked at
 * @param figure empty when nothing was explained
 */
public record ExplainedSection(Optional<Explanation> explanation, Optional<Figure> figure)
    implements Section {
  @Override
  public String anchor() {
    return "explained";
  }

  @Override
  public String title() {
    return "What a delivery costs, by parts";
  }

  @Override
  public String link() {
    return "Cost by parts";
  }

  @Override
  public boolean isThere() {
    return explanation.isPresent();
  }

  @Override
  public String template() {
    return "explainedSection";
  }
}
