package org.boardbench.report.table.claims;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.boardbench.findings.starts.StageFigure;
import org.boardbench.report.claims.JudgedFile;
import org.boardbench.report.claims.JudgedSide;
import org.boardbench.report.claims.Need;
import org.boardbench.report.claims.Recommendation;
import org.boardbench.report.claims.Recommendation.Candidate;
import org.boardbench.report.table.CsvTable;
import org.boardbench.report.table.LatexTable;
import org.boardbench.report.table.MarkdownTable;
import org.boardbench.report.table.NumberText;
import org.boardbench.statistics.Refusal;

/** Which server to take for which need, each by its stated rule. */
public final class RecommendationsTable {
  private static final List<String> HEADER =
      List.of(
          "Need",
          "Section",
          "Rule",
          "Variants",
          "Take",
          "Others that keep it",
          "Not known",
          "Sure",
          "Paper takes",
          "Compared");

  /** Of one set of variants. */
  private record Row(String side, Recommendation one) {}

  private final List<Row> rows;

  public RecommendationsTable(JudgedFile judged) {
    rows =
        IntStream.range(0, judged.file().needs().size())
            .boxed()
            .flatMap(i ->
                judged.sides().stream()
                    .filter(JudgedSide::isAny)
                    .map(side -> new Row(side.name(), side.recommendations().get(i))))
            .toList();
  }

  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /** In full sentences. */
  public String caption() {
    return "Derived from the run by the rules that are stated; what a rule does not look at has no"
        + " say. A server keeps a limit when most of the starts do of which that is known; a start"
        + " whose server ended under a load does not keep it, one without a valid row is not known."
        + " Where no server is surely better by what counts, all of them are taken. Sure: three or"
        + " more starts of each server tell those that are taken from the others, and none of"
        + " the run is unknown. ≥ is a lower bound: there is no valid row of a greater load, or a part of the"
        + " messages never came."
        + (rows.stream().allMatch(row -> row.one().search().isEmpty())
            ? ""
            : " Users by a search are what it found by the same limits, loads of the run else.")
        + (rows.stream()
                .flatMap(row -> row.one().candidates().stream())
                .anyMatch(RecommendationsTable::isFew)
            ? " Fewer than three starts have no interval: such a server is compared by its bare"
                + " numbers, which may be chance, and no choice among such is sure."
            : "");
  }

  public List<String> header() {
    return HEADER;
  }

  public List<List<String>> cells() {
    return rows.stream().map(RecommendationsTable::cells).toList();
  }

  /** For the page: without the columns that have nothing in any row. */
  public List<String> shownHeader() {
    return shown(HEADER);
  }

  public List<List<String>> shownCells() {
    return cells().stream().map(this::shown).toList();
  }

  private List<String> shown(List<String> row) {
    List<List<String>> all = cells();
    return IntStream.range(0, row.size())
        .filter(column -> all.stream().anyMatch(cells -> !cells.get(column).isEmpty()))
        .mapToObj(row::get)
        .toList();
  }

  private static List<String> cells(Row row) {
    Recommendation one = row.one();
    String taken = names(one, true);
    return List.of(
        one.need().name(),
        one.need().section(),
        rule(one.need()) + (one.search().isEmpty() ? "" : ", by the search " + one.search()),
        row.side(),
        taken.isEmpty() ? none(one) : taken,
        names(one, false),
        String.join(", ", one.unknown()),
        one.isSure() ? "yes" : "no",
        String.join(", ", one.need().paper()),
        one.agreement());
  }

  /** What nobody knows anything of may keep it all the same. */
  private static String none(Recommendation one) {
    if (one.unknown().containsAll(one.need().among())) {
      return "not known";
    }
    return one.unknown().isEmpty() ? "none keeps it" : "none that is known keeps it";
  }

  private static String names(Recommendation one, boolean isRecommended) {
    return one.candidates().stream()
        .filter(candidate -> candidate.isRecommended() == isRecommended)
        .map(candidate -> name(candidate, one.need()))
        .collect(Collectors.joining(", "));
  }

  private static String name(Candidate one, Need need) {
    String unit = need.figure().map(StageFigure::unit).orElse("users");
    String value =
        one.value().isPresent()
            ? (one.isAtLeast() ? "≥" : "")
                + NumberText.rounded(one.value().getAsDouble())
                + " "
                + unit
                + ", "
            : "";
    return one.variant()
        + " ("
        + value
        + "n = "
        + one.starts()
        + (isFew(one) ? ", too few to be sure" : "")
        + ")";
  }

  /** Of so few starts that its number may be chance. */
  private static boolean isFew(Candidate one) {
    return one.starts() < Refusal.LEAST_STARTS;
  }

  /** {@code least memory_max_mib at 1000 users with rtt_p99_ms at most 100}. */
  static String rule(Need need) {
    String what =
        switch (need.rule()) {
          case ENOUGH -> "all";
          case LEAST -> "least " + need.figure().orElseThrow().name();
          case MOST_USERS -> "most users";
        };
    String users =
        need.where().users().stream().map(String::valueOf).collect(Collectors.joining(", "));
    String limits =
        need.keep().stream()
            .map(limit -> limit.figure().name() + " at most " + NumberText.exact(limit.atMost()))
            .collect(Collectors.joining(", "));
    return what
        + (users.isEmpty() ? "" : " at " + users + " users")
        + (limits.isEmpty() ? "" : " with " + limits);
  }

  /** For programs. */
  public String csv() {
    return CsvTable.of(
        List.of(
            "need",
            "section",
            "rule",
            "variants",
            "variant",
            "value",
            "starts",
            "recommended",
            "sure",
            "paper",
            "search"),
        rows.stream().flatMap(row -> rows(row).stream()).toList());
  }

  private static List<List<Object>> rows(Row row) {
    Recommendation one = row.one();
    return one.candidates().stream()
        .map(candidate ->
            List.<Object>of(
                one.need().name(),
                one.need().section(),
                rule(one.need()),
                row.side(),
                candidate.variant(),
                NumberText.exact(candidate.value().orElse(Double.NaN)),
                candidate.starts(),
                candidate.isRecommended(),
                one.isSure(),
                one.need().paper().contains(candidate.variant()),
                one.search()))
        .toList();
  }

  /** For Markdown pages. */
  public String markdown() {
    return caption() + "\n\n" + MarkdownTable.of(header(), header().size(), 0, cells());
  }

  /** For a paper, across two columns. */
  public String latex() {
    return LatexTable.of(caption(), "llp{4cm}lp{4cm}p{3cm}p{2cm}lll", header(), cells());
  }
}
