package org.boardbench.report.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.boardbench.report.claims.Beside;
import org.boardbench.report.claims.Evidence;
import org.boardbench.report.claims.JudgedClaim;
import org.boardbench.report.claims.JudgedClaim.JudgedStatement;
import org.boardbench.report.claims.JudgedFile;
import org.boardbench.report.claims.Verdict;

/** Claims and what a run says of them, a row for each number that a claim is about. */
public final class ClaimsTable {
  private static final String CAPTION =
      "A claim holds where all its intervals are within what is claimed, and does not where one is"
          + " outside; all else is undecided. n counts fresh starts; only valid rows are used. All"
          + " verdicts together are right in 95 of 100 experiments, which is why intervals differ in"
          + " confidence. A count or a share of messages is judged by how many starts are within its"
          + " bounds, all else by a mean over starts.";

  private final JudgedFile judged;

  public ClaimsTable(JudgedFile judged) {
    this.judged = judged;
  }

  /** In full sentences. */
  public String caption() {
    String source = judged.file().source();
    return (source.isEmpty() ? "" : "Claims of: " + source + ". ") + CAPTION;
  }

  public List<String> header() {
    List<String> header = new ArrayList<>(List.of("Claim", "Section", "Says", "Verdict"));
    besides().ifPresent(beside -> header.add("With " + beside.name()));
    header.addAll(
        List.of(
            "What was measured", "Claimed", "Estimate", "Interval", "n", "Rows", "Open because"));
    return header;
  }

  private Optional<Beside> besides() {
    return judged.beside().isEmpty() ? Optional.empty() : judged.file().beside();
  }

  /** What stands for all rows of a claim is in its first one. */
  public List<List<String>> cells() {
    return IntStream.range(0, judged.claims().size())
        .boxed()
        .flatMap(i -> cells(i).stream())
        .toList();
  }

  private List<List<String>> cells(int index) {
    JudgedClaim claim = judged.claims().get(index);
    List<List<String>> rows = new ArrayList<>();
    int numbers = Math.max(1, claim.statements().size());
    for (int i = 0; i < numbers; i++) {
      List<String> row = new ArrayList<>();
      row.add(i == 0 ? claim.claim().id() : "");
      row.add(i == 0 ? claim.claim().section() : "");
      row.add(i == 0 ? claim.claim().says() : "");
      row.add(i == 0 ? claim.verdict().word() : "");
      if (besides().isPresent()) {
        row.add(i == 0 ? judged.beside().get(index).verdict().word() : "");
      }
      row.addAll(
          claim.statements().isEmpty()
              ? List.of("", "", "", "", "", "")
              : cells(claim.statements().get(i)));
      row.add(i == 0 ? claim.why() : "");
      rows.add(row);
    }
    return rows;
  }

  private static List<String> cells(JudgedStatement statement) {
    Evidence evidence = statement.evidence();
    return List.of(
        evidence.subject(),
        ClaimText.claimed(evidence),
        ClaimText.estimate(evidence.seen()),
        evidence.isAny() ? ClaimText.interval(statement) : "",
        Integer.toString(evidence.seen().starts()),
        evidence.usedRows() + " of " + evidence.rows());
  }

  /** For Markdown pages. */
  public String markdown() {
    return caption() + "\n\n" + MarkdownTable.of(header(), header().size(), 0, cells());
  }

  /** For a paper, across two columns. */
  public String latex() {
    String beside = besides().isPresent() ? "l" : "";
    return LatexTable.of(
        caption(), "llp{4cm}l" + beside + "p{4.5cm}lllrrp{2.5cm}", header(), cells());
  }

  /**
   * For the terminal: how many hold, then a line for each claim with the number that decides it.
   */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("Claims of " + judged.file().name() + ": " + count());
    for (int i = 0; i < judged.claims().size(); i++) {
      lines.add(line(judged.claims().get(i)) + beside(i));
    }
    return lines;
  }

  private String count() {
    List<String> counts = new ArrayList<>();
    for (Verdict verdict : Verdict.values()) {
      long claims = judged.claims().stream().filter(one -> one.verdict() == verdict).count();
      counts.add(verdict.word() + " " + claims);
    }
    return String.join(", ", counts) + ".";
  }

  private String line(JudgedClaim claim) {
    StringBuilder line = new StringBuilder("  ");
    line.append(claim.claim().id()).append(' ').append(claim.verdict().word());
    if (!claim.why().isEmpty()) {
      line.append(", ").append(claim.why());
    }
    line.append(": ").append(claim.claim().says());
    decisive(claim).ifPresent(statement -> line.append(" [").append(number(statement)).append(']'));
    return line.toString();
  }

  private String beside(int index) {
    return besides()
        .map(beside ->
            " With " + beside.name() + ": " + judged.beside().get(index).verdict().word() + ".")
        .orElse("");
  }

  /** The first one that says the same as the claim, or that leaves it open. */
  private static Optional<JudgedStatement> decisive(JudgedClaim claim) {
    return claim.statements().stream()
        .filter(statement -> statement.verdict() == claim.verdict())
        .findFirst();
  }

  private static String number(JudgedStatement statement) {
    List<String> cells = cells(statement);
    return cells.get(0)
        + ": "
        + cells.get(2)
        + ", interval "
        + cells.get(3)
        + ", claimed "
        + cells.get(1)
        + "; n = "
        + cells.get(4)
        + ", rows "
        + cells.get(5);
  }
}
