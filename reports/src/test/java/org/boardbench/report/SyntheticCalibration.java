package org.boardbench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Writes the folder of a full calibration as an idle machine might have left it, always the same:
 * faults that were all found but one, delays with a bound that is missed and an error below zero,
 * searches that end in each way, equal trials, and a cell that was not measured.
 */
public final class SyntheticCalibration {
  private static final List<String> FAULTS = List.of("drop", "duplicate", "swap", "cut");
  private static final List<String> COUNTS =
      List.of("expected", "lost", "duplicated", "reordered", "misrouted", "corrupt");
  private static final int[] DELAYS_MS = {0, 1, 10, 100, 1000};

  /**
   * @param limit deliveries a second; 0 when no rate was honest
   */
  private record Search(int users, int boards, int limit, String limitedBy) {
    String name() {
      return users + "u-" + boards + "b";
    }
  }

  private static final List<Search> SEARCHES =
      List.of(
          new Search(100, 1, 566_000, "driver"),
          new Search(300, 1, 400_000, "driver"),
          new Search(1000, 1, 283_000, "server"),
          new Search(100, 10, 200_000, "driver"),
          new Search(300, 10, 141_000, "machine"),
          new Search(1000, 10, 0, "machine"));

  private final Random random = new Random(7);
  private final List<String> rows = new ArrayList<>();

  private SyntheticCalibration() {
    rows.add(
        "run_id,part,case,users,boards,rate_per_user,repetition,figure,unit,truth,measured,error,"
            + "bound,ok");
  }

  /** Writes the calibration into {@code folder}, which is created. */
  public static Path write(Path folder) throws IOException {
    SyntheticCalibration calibration = new SyntheticCalibration();
    FAULTS.forEach(calibration::fault);
    for (int delayMs : DELAYS_MS) {
      calibration.delay(delayMs);
    }
    SEARCHES.forEach(calibration::search);
    calibration.noise();
    Files.createDirectories(folder);
    Files.write(folder.resolve("calibration.csv"), calibration.rows);
    Files.writeString(folder.resolve("calibration.json"), json());
    return folder;
  }

  /** For looking at the figures: {@code FOLDER}. */
  public static void main(String[] args) throws IOException {
    write(Path.of(args[0]));
  }

  private static String json() {
    StringBuilder capacity = new StringBuilder();
    for (Search search : SEARCHES) {
      capacity
          .append(capacity.isEmpty() ? "" : ", ")
          .append("\"%s\": {\"limited_by\": \"%s\"}".formatted(search.name(), search.limitedBy()));
    }
    return """
    {"format": 1, "quick": false, "complete": true, "ok": false,
     "failures": ["swap reordered: truth 90 deliveries, measured 89 <one less>"],
     "capacity": {%s}}
    """
        .formatted(capacity);
  }

  private void fault(String fault) {
    int made = 30 + random.nextInt(200);
    String start = "truth," + fault + ",12,3,50.000,,";
    row(start + "injected,faults,,%d,,,true".formatted(made));
    for (String figure : COUNTS) {
      int truth = figure.equals("expected") ? 1240 : isCountOf(figure, fault) ? made : 0;
      int measured = figure.equals("reordered") && truth > 0 ? truth - 1 : truth;
      row(
          start
              + (fault.equals("cut")
                  ? "%s,deliveries,,%d,,,".formatted(figure, measured)
                  : "%s,deliveries,%d,%d,%d,0,%b"
                      .formatted(figure, truth, measured, measured - truth, measured == truth)));
    }
  }

  private static boolean isCountOf(String figure, String fault) {
    return switch (fault) {
      case "drop" -> figure.equals("lost");
      case "duplicate" -> figure.equals("duplicated");
      case "swap" -> figure.equals("reordered");
      default -> false;
    };
  }

  private void delay(int delayMs) {
    double resolution = delayMs / 1000.0;
    double p50 = delayMs == 1 ? 1.4 : 0.038 + 0.03 * random.nextDouble() + resolution / 3;
    time(delayMs, "rtt_p50", p50, 1 + resolution);
    time(delayMs, "rtt_p99", 0.3 + 0.4 * random.nextDouble() + resolution / 2, 25 + resolution);
    time(delayMs, "rtt_max", delayMs == 100 ? -0.012 : 2 + 6 * random.nextDouble(), Double.NaN);
  }

  private void time(int delayMs, String figure, double error, double bound) {
    double truth = delayMs + 0.02;
    boolean isJudged = !Double.isNaN(bound);
    row(
        "truth,delay-%dms,20,20,50.000,,%s,ms,%s,%s,%s,%s,%s"
            .formatted(
                delayMs,
                figure,
                number(truth),
                number(truth + error),
                number(error),
                isJudged ? number(bound) : "",
                isJudged ? error <= bound : ""));
  }

  /** Up by a factor of two until it is too much, then once in between; or down to the lowest. */
  private void search(Search search) {
    boolean isUp = search.limit() > 0;
    double rate = 100_000;
    int step = 1;
    while (isUp ? rate <= 2 * search.limit() : rate >= 12_500) {
      step(search, step, rate);
      step++;
      rate = isUp ? rate * 2 : rate / 2;
    }
    if (isUp) {
      step(search, step, rate / 2 / Math.sqrt(2));
    }
    row(
        "capacity,%s,%d,%d,,,limit_deliveries_per_s,1/s,,%d.0,,,"
            .formatted(search.name(), search.users(), search.boards(), search.limit()));
  }

  private void step(Search search, int step, double rate) {
    boolean isHonest = rate <= 1.01 * search.limit();
    double load = rate / Math.max(50_000, search.limit());
    double delayMs = isHonest ? 0.06 + 0.5 * load * load : 0.9 + 3 * load;
    String start =
        "capacity,%s,%d,%d,%s,%d,"
            .formatted(
                search.name(),
                search.users(),
                search.boards(),
                number(rate * search.boards() / search.users() / search.users()),
                step);
    row(start + "deliveries_per_s,1/s,,%s,,,%b".formatted(number(rate), isHonest));
    row(start + "send_delay_p99_ms,ms,,%s,,,%b".formatted(number(delayMs), isHonest));
    row(start + "lost,deliveries,,0,,,%b".formatted(isHonest));
  }

  private void noise() {
    noise("rtt_p50", "ms", 0.412, 0.03);
    noise("rtt_p95", "ms", 0.906, 0.06);
    noise("rtt_p99", "ms", 1.874, 0.11);
    noise("tps", "1/s", 9300, 0.0008);
    noise("cpu_mean_pct", "%", 9.5, 0.04);
  }

  private void noise(String figure, String unit, double median, double deviation) {
    double min = Double.MAX_VALUE;
    double max = 0;
    for (int trial = 1; trial <= 7; trial++) {
      boolean isMeasured = trial != 5 || !figure.equals("cpu_mean_pct");
      double value = median * (1 + deviation * random.nextGaussian());
      row(
          "noise,a-a,300,10,1.000,%d,%s,%s,,%s,,,"
              .formatted(trial, figure, unit, isMeasured ? number(value) : ""));
      min = isMeasured ? Math.min(min, value) : min;
      max = isMeasured ? Math.max(max, value) : max;
    }
    row(
        "noise,a-a,300,10,1.000,,%s_spread,%%,,%s,,,"
            .formatted(figure, number(100 * (max - min) / median)));
  }

  private void row(String cells) {
    rows.add("calibration-20260131-235958," + cells);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
