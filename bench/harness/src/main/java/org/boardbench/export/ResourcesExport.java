package org.boardbench.export;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.boardbench.metrics.MetricsPage;
import org.boardbench.metrics.ResourceMetric;
import org.boardbench.metrics.Subject;

/** What a trial's components used, second by second. */
final class ResourcesExport {
  private final Subject trial;
  private final List<CsvCells> rows;

  /**
   * @param rows of {@code resources.csv}, in order
   */
  ResourcesExport(Subject trial, List<CsvCells> rows) {
    this.trial = trial;
    this.rows = rows;
  }

  void addTo(TrialPages pages) {
    for (ResourceMetric metric : ResourceMetric.ALL) {
      Map<String, Double> soFar = new HashMap<>();
      for (CsvCells row : rows) {
        String component = row.text("component");
        OptionalDouble cell = row.figure(metric.column());
        if (cell.isPresent()) {
          double inSecond = cell.getAsDouble() * metric.columnUnit();
          double value =
              metric.isCounter() ? soFar.merge(component, inSecond, Double::sum) : inSecond;
          MetricsPage page = pages.atEndOf(row.integer("second"));
          page.add(metric.metric(), trial.component(component), value);
        }
      }
    }
  }
}
