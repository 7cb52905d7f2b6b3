package org.boardbench.report.table;

import java.util.List;
import java.util.stream.Collectors;
import org.boardbench.report.claims.JudgedFile;
import org.boardbench.report.claims.Need;
import org.boardbench.report.claims.Recommendation;
import org.boardbench.report.claims.Recommendation.Candidate;

/** Which server to take for which need, each by its stated rule. */
public final class RecommendationsTable {
  private static final List<String> HEADER =
      List.of(
          "Need", "Section", "Rule", "Take", "Others that keep it", "Sure", "Paper", "Beside it");

  private final List<Recommendation> recommendations;

  public RecommendationsTable(JudgedFile judged) {
    recommendations = judged.recommendations();
  }

  public boolean isEmpty() {
    return recommendations.isEmpty();
  }

  /** In full sentences. */
  public String caption() {
    return "Derived from the run by the rules that are stated; what a rule does not look at has no"
        + " say. A server keeps a limit when most of its valid starts do. Several are taken where"
        + " none is surely better by what counts. Sure is what three or more starts of each server"
        + " tell apart.";
  }

  public List<String> header() {
    return HEADER;
  }

  public List<List<String>> cells() {
    return recommendations.stream().map(RecommendationsTable::cells).toList();
  }

  private static List<String> cells(Recommendation one) {
    String taken = names(one, true);
    return List.of(
        one.need().name(),
        one.need().section(),
        rule(one.need()),
        taken.isEmpty() ? "none keeps it" : taken,
        names(one, false),
        one.isSure() ? "yes" : "no",
        String.join(", ", one.need().paper()),
        one.agreement());
  }

  private static String names(Recommendation one, boolean isRecommended) {
    return one.candidates().stream()
        .filter(candidate -> candidate.isRecommended() == isRecommended)
        .map(RecommendationsTable::name)
        .collect(Collectors.joining(", "));
  }

  private static String name(Candidate one) {
    String value =
        one.value().isPresent() ? NumberText.count(one.value().getAsDouble()) + ", " : "";
    return one.variant() + " (" + value + "n = " + one.starts() + ")";
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
            .map(limit -> limit.figure().name() + " at most " + NumberText.count(limit.atMost()))
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
            "variant",
            "value",
            "starts",
            "recommended",
            "sure",
            "paper"),
        recommendations.stream().flatMap(one -> rows(one).stream()).toList());
  }

  private static List<List<Object>> rows(Recommendation one) {
    return one.candidates().stream()
        .map(candidate ->
            List.<Object>of(
                one.need().name(),
                one.need().section(),
                rule(one.need()),
                candidate.variant(),
                NumberText.exact(candidate.value().orElse(Double.NaN)),
                candidate.starts(),
                candidate.isRecommended(),
                one.isSure(),
                one.need().paper().contains(candidate.variant())))
        .toList();
  }

  /** For Markdown pages. */
  public String markdown() {
    return caption() + "\n\n" + MarkdownTable.of(header(), header().size(), 0, cells());
  }

  /** For a paper, across two columns. */
  public String latex() {
    return LatexTable.of(caption(), "llp{4cm}p{4cm}p{3cm}lll", header(), cells());
  }
}
