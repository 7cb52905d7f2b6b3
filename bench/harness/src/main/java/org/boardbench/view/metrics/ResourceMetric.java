package org.boardbench.view.metrics;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import org.boardbench.host.sampling.ResourceUsage;
import org.boardbench.results.column.ResourceColumns;
import org.boardbench.results.row.ResourceRecord;
import org.boardbench.results.table.Column;

/**
 * What is shown of a component; {@link #ALL} is the one list of it.
 *
 * @param counter where a live sample has it
 * @param counterUnit what 1 in the sample is in the metric's unit
 * @param column where {@code resources.csv} has it; older files lack some
 * @param columnUnit what 1 in a second's cell is in the metric's unit, for a counter by that second
 */
public record ResourceMetric(
    Metric metric,
    Function<ResourceUsage, OptionalLong> counter,
    double counterUnit,
    Column<ResourceRecord> column,
    double columnUnit) {
  public static final List<ResourceMetric> ALL =
      List.of(
          new ResourceMetric(Metric.CPU, ResourceUsage::cpuNs, 1e-9, ResourceColumns.CPU_PCT, 0.01),
          new ResourceMetric(
              Metric.MEMORY, ResourceUsage::memoryBytes, 1, ResourceColumns.MEMORY_MIB, 1 << 20),
          new ResourceMetric(
              Metric.NETWORK_RECEIVED,
              ResourceUsage::rxBytes,
              1,
              ResourceColumns.RX_BYTES_PER_S,
              1),
          new ResourceMetric(
              Metric.NETWORK_SENT, ResourceUsage::txBytes, 1, ResourceColumns.TX_BYTES_PER_S, 1),
          new ResourceMetric(
              Metric.CPU_THROTTLED,
              ResourceUsage::throttledNs,
              1e-9,
              ResourceColumns.THROTTLED_MS,
              1e-3),
          new ResourceMetric(
              Metric.OOM_KILLS, ResourceUsage::oomKills, 1, ResourceColumns.OOM_KILLS, 1));

  /** Whether a second's cells add up to the metric's value. */
  public boolean isCounter() {
    return metric.kind() == Metric.Kind.COUNTER;
  }

  /** Empty when the component does not have it. */
  public OptionalDouble of(ResourceUsage usage) {
    OptionalLong value = counter.apply(usage);
    return value.isPresent()
        ? OptionalDouble.of(value.getAsLong() * counterUnit)
        : OptionalDouble.empty();
  }
}
