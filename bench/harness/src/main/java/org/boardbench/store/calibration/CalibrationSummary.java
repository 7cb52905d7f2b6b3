package org.boardbench.store.calibration;

import org.boardbench.results.row.CalibrationPart;
import org.boardbench.results.row.CalibrationRow;
import org.boardbench.results.row.CalibrationValue;
import tools.jackson.databind.node.ObjectNode;

/**
 * The part of {@code calibration.json} that runs embed. {@code truth}: {@code checks} that were
 * made, {@code missed}, and the {@code errors} of each known time, {@code <figure>_error_ms} by
 * case. {@code capacity}: by case {@code limit_deliveries_per_s}, the highest rate at which the
 * driver was honest, and {@code limited_by}. {@code noise}: {@code trials}, and for each figure the
 * {@code <figure>_spread_pct}. {@code interference}: the median of each figure, {@code
 * shared_<figure>_ms} with driver and server on the same cores and {@code apart_<figure>_ms} with
 * each on its own.
 */
final class CalibrationSummary {
  static final String TRUTH = CalibrationPart.TRUTH.toString();
  static final String CAPACITY = CalibrationPart.CAPACITY.toString();
  static final String NOISE = CalibrationPart.NOISE.toString();
  static final String INTERFERENCE = CalibrationPart.INTERFERENCE.toString();

  private final ObjectNode truth;
  private final ObjectNode errors;
  private final ObjectNode capacity;
  private final ObjectNode noise;
  private final ObjectNode root;
  private int checks;
  private int missed;

  /** Adds its keys to {@code root}. */
  CalibrationSummary(ObjectNode root) {
    truth = root.putObject(TRUTH);
    truth.put("checks", 0);
    truth.put("missed", 0);
    errors = truth.putObject("errors");
    capacity = root.putObject(CAPACITY);
    noise = root.putObject(NOISE);
    this.root = root;
  }

  void add(CalibrationCase added) {
    for (CalibrationRow row : added.rows()) {
      switch (row.part()) {
        case TRUTH -> truth(row);
        case CAPACITY -> capacity(row);
        case NOISE -> noise(row);
        case INTERFERENCE -> interference(row);
      }
    }
    added
        .limitedBy()
        .ifPresent(limit ->
            capacity.withObjectProperty(added.rows().getFirst().name()).put("limited_by", limit));
  }

  private void truth(CalibrationRow row) {
    CalibrationValue finding = row.finding();
    checks += finding.ok().isPresent() ? 1 : 0;
    missed += finding.isMissed() ? 1 : 0;
    truth.put("checks", checks);
    truth.put("missed", missed);
    if (finding.unit().equals("ms") && finding.error().isPresent()) {
      errors
          .withObjectProperty(row.name())
          .put(finding.figure() + "_error_ms", rounded(finding.error().getAsDouble(), 1e3));
    }
  }

  private void capacity(CalibrationRow row) {
    if (row.repetition().isEmpty() && row.finding().measured().isPresent()) {
      capacity
          .withObjectProperty(row.name())
          .put(row.finding().figure(), rounded(row.finding().measured().getAsDouble(), 10));
    }
  }

  private void noise(CalibrationRow row) {
    if (row.repetition().isPresent()) {
      noise.put("trials", Math.max(noise.path("trials").asInt(0), row.repetition().getAsInt()));
    } else if (row.finding().measured().isPresent()) {
      noise.put(
          row.finding().figure() + "_pct", rounded(row.finding().measured().getAsDouble(), 100));
    }
  }

  private void interference(CalibrationRow row) {
    if (row.repetition().isEmpty() && row.finding().measured().isPresent()) {
      root.withObjectProperty(INTERFERENCE)
          .put(
              row.finding().figure() + "_ms", rounded(row.finding().measured().getAsDouble(), 1e3));
    }
  }

  private static double rounded(double value, double perUnit) {
    return Math.rint(value * perUnit) / perUnit;
  }
}
