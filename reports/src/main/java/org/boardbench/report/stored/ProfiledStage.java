package org.boardbench.report.stored;

import java.util.List;
import java.util.Map;
import org.boardbench.results.row.ProfileCategory;

/**
 * What the CPU time of a profiled trial went into in one hold.
 *
 * @param trial the trial's id
 * @param usPerDelivery by category, each that the run's files name; NaN where nothing was delivered
 * @param sharePct of all categories, likewise
 * @param samples that the profiler took
 * @param stacks a line each: frames from the outermost on with semicolons between, then its µs;
 *     none where the file is gone
 */
public record ProfiledStage(
    String trial,
    String variant,
    int stage,
    int users,
    Map<ProfileCategory, Double> usPerDelivery,
    Map<ProfileCategory, Double> sharePct,
    long samples,
    List<String> stacks) {
  public ProfiledStage {
    usPerDelivery = Map.copyOf(usPerDelivery);
    sharePct = Map.copyOf(sharePct);
    stacks = List.copyOf(stacks);
  }

  /** Of all categories. */
  public double totalUs() {
    return usPerDelivery.values().stream().mapToDouble(Double::doubleValue).sum();
  }
}
