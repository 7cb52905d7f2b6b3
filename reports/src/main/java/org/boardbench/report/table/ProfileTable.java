package org.boardbench.report.table;

import java.util.ArrayList;
import java.util.List;
import org.boardbench.report.profile.ProfiledLoad;
import org.boardbench.results.row.ProfileCategory;

/** What a delivery's CPU time goes into, by the profiled trials, as tables. */
public final class ProfileTable {
  private static final int US_DECIMALS = 6;
  private static final int PCT_DECIMALS = 2;
  private static final int READABLE_PCT_DECIMALS = 1;

  private static final List<String> CSV_HEADER =
      List.of(
          "target",
          "users",
          "category",
          "us_per_delivery",
          "share_pct",
          "microbenchmarks_us_per_delivery",
          "profiled_us_per_delivery",
          "measured_us_per_delivery",
          "overhead_pct",
          "attributed_pct",
          "samples");

  private static final String CAPTION =
      "CPU time of a delivery in µs by what it went into, in parentheses percent of the profiled"
          + " trial's; behind it, after ≈, what the parts of that category cost alone in the"
          + " microbenchmarks. Threads that compile or collect are by the"
          + " kernel's counters; time of the others is shared out by the samples of a profiler."
          + " Measured is the mean of the valid trials without a profiler, and overhead what the"
          + " profiled ones used more; starts differ by themselves, so that a small one may be none.";

  private final List<ProfiledLoad> loads;
  private final List<ProfileCategory> used;

  public ProfileTable(List<ProfiledLoad> loads) {
    this.loads = List.copyOf(loads);
    this.used = ProfiledLoad.used(loads);
  }

  public boolean isEmpty() {
    return loads.isEmpty();
  }

  public List<ProfiledLoad> loads() {
    return loads;
  }

  /** The same of one variant. */
  public ProfileTable only(String variant) {
    return new ProfileTable(loads.stream().filter(load -> load.variant().equals(variant)).toList());
  }

  /** For programs: a row for each load and category. */
  public String csv() {
    List<List<Object>> rows = new ArrayList<>();
    for (ProfiledLoad load : loads) {
      for (ProfileCategory category : used) {
        rows.add(row(load, category));
      }
    }
    return CsvTable.of(CSV_HEADER, rows);
  }

  private static List<Object> row(ProfiledLoad load, ProfileCategory category) {
    return List.of(
        load.variant(),
        load.users(),
        category.key(),
        NumberText.toDecimals(load.us(category), US_DECIMALS),
        NumberText.toDecimals(load.sharePct(category), PCT_DECIMALS),
        NumberText.toDecimals(load.microUs().getOrDefault(category, Double.NaN), US_DECIMALS),
        NumberText.toDecimals(load.profiledUs(), US_DECIMALS),
        NumberText.toDecimals(load.measuredUs(), US_DECIMALS),
        NumberText.toDecimals(load.overheadPct(), PCT_DECIMALS),
        NumberText.toDecimals(load.attributedPct(), PCT_DECIMALS),
        load.samples());
  }

  /** For Markdown pages. */
  public String markdown() {
    return CAPTION + "\n\n" + MarkdownTable.of(header(), 1, 0, cells());
  }

  public String caption() {
    return CAPTION;
  }

  /** What the categories are, a line each. */
  public List<String> meanings() {
    return used.stream().map(category -> category.key() + ": " + category.meaning() + ".").toList();
  }

  public List<String> header() {
    List<String> header = new ArrayList<>(List.of("Variant", "Users"));
    used.forEach(category -> header.add(category.key()));
    header.addAll(
        List.of("Profiled (µs)", "Measured (µs)", "Overhead (%)", "Attributed (%)", "Samples"));
    return header;
  }

  /** A row for each load, with the header's cells. */
  public List<List<String>> cells() {
    return loads.stream().map(this::cells).toList();
  }

  private List<String> cells(ProfiledLoad load) {
    List<String> cells = new ArrayList<>();
    cells.add(load.variant());
    cells.add(Integer.toString(load.users()));
    used.forEach(category -> cells.add(cell(load, category)));
    cells.add(NumberText.rounded(load.profiledUs()));
    cells.add(NumberText.rounded(load.measuredUs()));
    cells.add(readable(load.overheadPct()));
    cells.add(readable(load.attributedPct()));
    cells.add(Long.toString(load.samples()));
    return cells;
  }

  private static String cell(ProfiledLoad load, ProfileCategory category) {
    String us = NumberText.rounded(load.us(category));
    String share = readable(load.sharePct(category));
    String micro = NumberText.rounded(load.microUs().getOrDefault(category, Double.NaN));
    return us
        + (share.isEmpty() ? "" : " (" + share + " %)")
        + (micro.isEmpty() ? "" : " ≈ " + micro);
  }

  private static String readable(double pct) {
    return NumberText.toDecimals(pct, READABLE_PCT_DECIMALS);
  }
}
