package org.boardbench.report.stored;

import java.util.ArrayList;
import java.util.List;

/** Turns records of {@code timeline.csv} and {@code resources.csv} into rows. */
final class TimelineReader {
  static final List<String> SECOND_COLUMNS =
      List.of(
          "trial_id",
          "stage",
          "second",
          "tps_sent",
          "tps_received",
          "rtt_mean_ms",
          "rtt_p95_ms",
          "rtt_p99_ms",
          "rtt_max_ms",
          "expected",
          "lost");

  static final List<String> RESOURCE_COLUMNS =
      List.of(
          "trial_id",
          "second",
          "component",
          "cpu_pct",
          "memory_mib",
          "rx_bytes_per_s",
          "tx_bytes_per_s");

  private TimelineReader() {}

  static List<StoredSecond> seconds(List<CsvRow> rows) throws StoredRunException {
    List<StoredSecond> seconds = new ArrayList<>();
    for (CsvRow row : rows) {
      seconds.add(
          new StoredSecond(
              row.name("trial_id"),
              row.integer("stage"),
              row.integer("second"),
              row.figure("tps_sent"),
              row.figure("tps_received"),
              row.figure("rtt_mean_ms"),
              row.figure("rtt_p95_ms"),
              row.figure("rtt_p99_ms"),
              row.figure("rtt_max_ms"),
              row.figure("expected"),
              row.figure("lost"),
              row.figure("owed"),
              row.figure("unserved"),
              row.figure("disconnects"),
              row.figure("reconnects")));
    }
    return seconds;
  }

  static List<StoredResource> resources(List<CsvRow> rows) throws StoredRunException {
    List<StoredResource> resources = new ArrayList<>();
    for (CsvRow row : rows) {
      resources.add(
          new StoredResource(
              row.name("trial_id"),
              row.integer("second"),
              row.name("component"),
              row.figure("cpu_pct"),
              row.figure("memory_mib"),
              row.figure("rx_bytes_per_s"),
              row.figure("tx_bytes_per_s")));
    }
    return resources;
  }
}
