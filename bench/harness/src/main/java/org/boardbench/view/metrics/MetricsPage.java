package org.boardbench.view.metrics;

import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.DataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot.InfoDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.boardbench.account.record.TimeCounts;

/**
 * The values of all series at one moment, in Prometheus' text format 0.0.4. A metric without a
 * value is not on it: what was not measured is absent, never 0. Of a series' values the last
 * counts.
 */
public final class MetricsPage {
  /** The media type of {@link #writeTo}. */
  public static final String CONTENT_TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

  private static final long NO_TIME = 0;
  private static final PrometheusTextFormatWriter WRITER = PrometheusTextFormatWriter.create();

  private final long timeMs;
  private final Map<Metric, Map<Labels, DataPointSnapshot>> points = new EnumMap<>(Metric.class);

  private MetricsPage(long timeMs) {
    this.timeMs = timeMs;
  }

  /** A page without times: who reads it knows when. */
  public static MetricsPage now() {
    return new MetricsPage(NO_TIME);
  }

  /** A page whose every value has this time, in ms of the Unix epoch. */
  public static MetricsPage at(long timeMs) {
    return new MetricsPage(timeMs);
  }

  /** Adds a counter's or a gauge's value. */
  public void add(Metric metric, SeriesLabels series, double value) {
    Labels labels = series.labels();
    add(
        metric,
        metric.kind() == Metric.Kind.COUNTER
            ? new CounterDataPointSnapshot(value, labels, null, NO_TIME, timeMs)
            : new GaugeDataPointSnapshot(value, labels, null, timeMs));
  }

  /** Adds a count; exact up to 2⁵³. */
  public void add(Metric metric, SeriesLabels series, long count) {
    add(metric, series, (double) count);
  }

  /** Adds a value that may not have been measured. */
  public void add(Metric metric, SeriesLabels series, OptionalDouble value) {
    value.ifPresent(present -> add(metric, series, present));
  }

  /** Adds a histogram. */
  public void add(Metric metric, SeriesLabels series, TimeCounts times) {
    add(metric, Buckets.dataPoint(times, series.labels(), timeMs));
  }

  /** Names the harness that serves the page. */
  public void addBuild(String version) {
    Labels labels =
        Labels.of("version", version, "java", System.getProperty("java.runtime.version"));
    add(Metric.BUILD, InfoDataPointSnapshot.builder().labels(labels).build());
  }

  private void add(Metric metric, DataPointSnapshot point) {
    points.computeIfAbsent(metric, first -> new LinkedHashMap<>()).put(point.getLabels(), point);
  }

  /** Writes the page; does not close {@code out}. */
  public void writeTo(OutputStream out) throws IOException {
    MetricSnapshots.Builder snapshots = MetricSnapshots.builder();
    points.forEach((metric, values) -> snapshots.metricSnapshot(snapshot(metric, values.values())));
    WRITER.write(out, snapshots.build(), EscapingScheme.UNDERSCORE_ESCAPING);
  }

  private static MetricSnapshot snapshot(Metric metric, Collection<DataPointSnapshot> values) {
    MetricMetadata metadata = new MetricMetadata(metric.base(), metric.help());
    return switch (metric.kind()) {
      case COUNTER -> new CounterSnapshot(metadata, all(values, CounterDataPointSnapshot.class));
      case GAUGE -> new GaugeSnapshot(metadata, all(values, GaugeDataPointSnapshot.class));
      case HISTOGRAM ->
          new HistogramSnapshot(metadata, all(values, HistogramDataPointSnapshot.class));
      case INFO -> new InfoSnapshot(metadata, all(values, InfoDataPointSnapshot.class));
    };
  }

  private static <T extends DataPointSnapshot> List<T> all(
      Collection<DataPointSnapshot> values, Class<T> type) {
    return values.stream().map(type::cast).toList();
  }
}
