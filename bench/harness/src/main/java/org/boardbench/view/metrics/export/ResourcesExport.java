package org.boardbench.view.metrics.export;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.boardbench.results.column.ResourceColumns;
import org.boardbench.results.row.ResourceRecord;
import org.boardbench.results.table.StoredRow;
import org.boardbench.view.metrics.MetricsPage;
import org.boardbench.view.metrics.ResourceMetric;
import org.boardbench.view.metrics.SeriesLabels;

/** What a trial's components used, second by second. */
final class ResourcesExport {
  private final SeriesLabels trial;
  private final List<StoredRow<ResourceRecord>> rows;

  /**
   * @param rows of {@code resources.csv}, in order
   */
  ResourcesExport(SeriesLabels trial, List<StoredRow<ResourceRecord>> rows) {
    this.trial = trial;
    this.rows = rows;
  }

  void addTo(TrialPages pages) {
    for (ResourceMetric metric : ResourceMetric.ALL) {
      Map<String, Double> soFar = new HashMap<>();
      for (StoredRow<ResourceRecord> row : rows) {
        String component = row.text(ResourceColumns.COMPONENT);
        OptionalDouble cell = row.measured(metric.column());
        if (cell.isPresent()) {
          double inSecond = cell.getAsDouble() * metric.columnUnit();
          double value =
              metric.isCounter() ? soFar.merge(component, inSecond, Double::sum) : inSecond;
          MetricsPage page = pages.atEndOf(row.number(ResourceColumns.SECOND));
          page.add(metric.metric(), trial.component(component), value);
        }
      }
    }
  }
}
