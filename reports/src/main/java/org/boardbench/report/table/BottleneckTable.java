package org.boardbench.report.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.boardbench.findings.ranking.Breach;
import org.boardbench.findings.ranking.BrokenLoad;
import org.boardbench.findings.ranking.Counted;
import org.boardbench.findings.ranking.RunSummary;
import org.boardbench.report.explain.BottleneckCause;
import org.boardbench.report.explain.Explanation;
import org.boardbench.report.statistics.Variants;
import org.boardbench.report.stored.StoredRun;
import org.boardbench.results.row.Bottleneck;

/**
 * Where each variant broke first, what it had used up there, and what its CPU went into, as tables.
 *
 * @param runId of the run
 * @param broken in the plan's order
 * @param explanation by a run of the microbenchmarks; empty when none was looked at
 */
public record BottleneckTable(
    String runId, List<BrokenLoad> broken, Optional<Explanation> explanation) {
  private static final int PCT_DECIMALS = 0;

  private static final List<String> CSV_HEADER =
      List.of(
          "run_id",
          "target",
          "users",
          "broken_starts",
          "starts",
          "breaches",
          "bottleneck",
          "bottleneck_starts",
          "explained_pct",
          "explained_by");

  public BottleneckTable {
    broken = List.copyOf(broken);
  }

  public static BottleneckTable of(StoredRun run, Optional<Explanation> explanation) {
    List<String> variants = run.variants().stream().sorted(Variants.of(run).order()).toList();
    return new BottleneckTable(
        run.manifest().path("run_id").asString(run.name()),
        RunSummary.of(run.starts(), variants, run.confidence()).broken(),
        explanation);
  }

  /** Whether no variant broke. */
  public boolean isEmpty() {
    return broken.isEmpty();
  }

  /** For programs: a row for each variant that broke. */
  public String csv() {
    return CsvTable.of(CSV_HEADER, broken.stream().map(this::csvCells).toList());
  }

  private List<Object> csvCells(BrokenLoad load) {
    Optional<BottleneckCause> cause = cause(load);
    return List.of(
        runId,
        load.variant(),
        load.users(),
        load.starts(),
        load.of(),
        load.breaches().stream()
            .map(breach -> breach.what().word() + " " + breach.count())
            .collect(Collectors.joining("; ")),
        load.bottleneck().map(Bottleneck::key).orElse(""),
        load.bottlenecks().stream().findFirst().map(Counted::count).map(String::valueOf).orElse(""),
        cause.map(known -> NumberText.toDecimals(known.explainedPct(), PCT_DECIMALS)).orElse(""),
        cause.map(known -> String.join("; ", known.parts())).orElse(""));
  }

  /** For Markdown pages. */
  public String markdown() {
    return caption() + "\n\n" + MarkdownTable.of(header(), 1, 2, cells());
  }

  public List<String> header() {
    return List.of("Variant", "Users", "Broken starts", "How", "Bottleneck");
  }

  /** As many as the header has. */
  public List<List<String>> cells() {
    return broken.stream().map(this::cells).toList();
  }

  private List<String> cells(BrokenLoad load) {
    List<String> cells = new ArrayList<>(List.of(load.variant(), Integer.toString(load.users())));
    cells.add(load.starts() + " of " + load.of());
    cells.add(load.breachWords());
    cells.add(
        load.bottleneckWords()
            + cause(load).filter(BottleneckCause::isKnown).map(BottleneckTable::words).orElse(""));
    return cells;
  }

  private static String words(BottleneckCause cause) {
    return "; "
        + NumberText.toDecimals(cause.explainedPct(), PCT_DECIMALS)
        + " % of its CPU explained, most by "
        + String.join(" and ", cause.parts());
  }

  private Optional<BottleneckCause> cause(BrokenLoad load) {
    return explanation.map(known -> known.cause(load));
  }

  /** In full sentences. */
  public String caption() {
    return "The least load that each target did not keep, and what it had used up there. Kept: "
        + Breach.KEPT
        + ", in more than half of the starts that could say."
        + explanation
            .filter(known -> !known.isEmpty())
            .map(known ->
                " CPU is explained by what a delivery's parts cost when they run alone in "
                    + known.microRunId()
                    + (known.quick() ? ", a quick run that is not to be cited." : "."))
            .orElse("");
  }
}
