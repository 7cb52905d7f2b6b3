package org.boardbench.report.table.claims;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.boardbench.report.claims.Claim;
import org.boardbench.report.claims.Evidence;
import org.boardbench.report.claims.JudgedClaim;
import org.boardbench.report.claims.JudgedClaim.JudgedStatement;
import org.boardbench.report.claims.JudgedFile;
import org.boardbench.report.claims.JudgedSide;
import org.boardbench.report.claims.OrderStatement;
import org.boardbench.report.claims.Verdict;
import org.boardbench.report.table.LatexTable;
import org.boardbench.report.table.MarkdownTable;
import org.boardbench.statistics.Interval;

/** Claims and what a run says of them, a row for each number that a claim is about. */
public final class ClaimsTable {
  private static final String OF_STARTS =
      " n counts fresh starts, of a ratio those of the variant with fewer; one that has not a valid row"
          + " at each load that is looked at is left out. Fewer than three starts have no interval, so that"
          + " nothing is decided by them; one whose ends are more than a million times apart cannot tell.";
  private static final String OF_CLAIMS =
      "A claim holds where each part of it does, and does not hold where one part does not. A part"
          + " holds where its whole interval is within what is claimed, does not hold where it is"
          + " wholly outside, and is undecided else."
          + OF_STARTS
          + " Counts, shares of messages and knees are"
          + " judged by how many starts are as claimed, all else by a mean over starts; of a trend the"
          + " load that is farthest off counts. All verdicts of a set of variants together are right in"
          + " %1$s of such runs (Holm), which is why intervals differ in confidence.";
  private static final String OF_ORDERS =
      "Two variants change places by the factor by which the one is ahead on the first occasion and"
          + " behind on the second, of the two the one nearer to 1; below 1 they keep their order."
          + " Kendall's tau is the share of pairs that keep it less the share that does not: 1 where"
          + " none changes places, 0 where half of them do.";
  private static final String OF_EFFECTS =
      "What a choice does is no claim: at each load by itself, a figure with it is divided by the same"
          + " without it. There is no difference where all of the ratio is nearer to 1 than what"
          + " counts, by two one-sided tests; else it helps or harms where the interval does not hold 1"
          + " and Holm's steps over all effects say so too; the rest is undecided."
          + OF_STARTS
          + " All that helps or harms is right together in %1$s of such runs; no difference is what"
          + " each effect says by itself.";

  private static final String NONE = "the run has none of these variants at these loads";

  private static final List<String> ABOUT_CLAIM = List.of("Claim", "Section", "Says", "Verdict");
  private static final List<String> ABOUT_PART =
      List.of(
          "What was measured",
          "Claimed",
          "Estimate",
          "Interval",
          "Noise floor",
          "n",
          "Valid rows",
          "This part");

  private final JudgedFile judged;

  public ClaimsTable(JudgedFile judged) {
    this.judged = judged;
  }

  /** In full sentences. */
  public String caption() {
    String source = judged.file().source();
    List<String> sentences = new ArrayList<>();
    if (!source.isEmpty()) {
      sentences.add("Claims of: " + source + ".");
    }
    if (hasClaims()) {
      sentences.add(OF_CLAIMS.formatted(Interval.words(judged.confidence())));
    }
    if (hasOrders()) {
      sentences.add(OF_ORDERS);
    }
    if (hasEffects()) {
      sentences.add(OF_EFFECTS.formatted(Interval.words(judged.confidence())));
    }
    if (!judged.noise().isEmpty()) {
      sentences.add(judged.noise());
    }
    return String.join(" ", sentences);
  }

  private boolean hasEffects() {
    return judged.file().claims().stream().anyMatch(Claim::isOfEffects);
  }

  private boolean hasOrders() {
    return judged.file().claims().stream()
        .flatMap(claim -> claim.all().stream())
        .anyMatch(OrderStatement.class::isInstance);
  }

  private boolean hasClaims() {
    return !judged.file().claims().stream().allMatch(Claim::isOfEffects);
  }

  public List<String> header() {
    List<String> header = new ArrayList<>(ABOUT_CLAIM);
    header.addAll(ABOUT_PART);
    return header;
  }

  /** Each row names its claim; what else stands for all of a claim is in its first one. */
  public List<List<String>> cells() {
    return claims(i -> {
      List<List<String>> rows = new ArrayList<>();
      for (List<String> part : parts(i)) {
        List<String> row = new ArrayList<>(rows.isEmpty() ? about(i) : again(i));
        row.addAll(part);
        rows.add(row);
      }
      return rows.stream();
    });
  }

  /** Of a row for each claim. */
  public List<String> claimHeader() {
    return ABOUT_CLAIM;
  }

  public List<List<String>> claimCells() {
    return claims(i -> Stream.of(about(i)));
  }

  /** Of a row for each part of a claim. */
  public List<String> partHeader() {
    List<String> header = new ArrayList<>(List.of(ABOUT_CLAIM.getFirst()));
    header.addAll(ABOUT_PART);
    return header;
  }

  /** Those that were judged. */
  public List<List<String>> partCells() {
    return claims(i ->
        parts(i).stream()
            .filter(part -> part.stream().anyMatch(cell -> !cell.isEmpty()))
            .map(part -> Stream.concat(Stream.of(claim(i).id()), part.stream()).toList()));
  }

  private List<List<String>> claims(IntFunction<Stream<List<String>>> rows) {
    return IntStream.range(0, judged.file().claims().size())
        .mapToObj(rows)
        .flatMap(own -> own)
        .toList();
  }

  private Claim claim(int index) {
    return judged.file().claims().get(index);
  }

  private List<String> about(int index) {
    Claim claim = claim(index);
    return List.of(claim.id(), claim.section(), claim.says(), verdict(index, judged.sides()));
  }

  private List<String> again(int index) {
    List<String> row = new ArrayList<>(Collections.nCopies(ABOUT_CLAIM.size(), ""));
    row.set(0, claim(index).id());
    return row;
  }

  /**
   * The parts of the claim by the variants that it names; by the others what makes their verdict
   * another one, or all where nothing else was judged.
   */
  private List<List<String>> parts(int index) {
    JudgedClaim main = judged.main().claims().get(index);
    List<JudgedStatement> shown = new ArrayList<>(main.statements());
    judged.sides().stream()
        .skip(1)
        .map(side -> side.claims().get(index))
        .filter(other -> other.verdict() != main.verdict())
        .flatMap(other ->
            other.statements().stream()
                .filter(one -> main.statements().isEmpty() || one.verdict() == other.verdict()))
        .forEach(shown::add);
    return shown.isEmpty()
        ? List.of(Collections.nCopies(ABOUT_PART.size(), ""))
        : shown.stream().map(ClaimsTable::cells).toList();
  }

  /** {@code plain: holds; production: undecided (needs n = 9, has 3)}. */
  private static String verdict(int index, List<JudgedSide> sides) {
    return sides.stream()
        .map(side -> named(side, ClaimText.verdict(side.claims().get(index))))
        .collect(Collectors.joining("; "));
  }

  private static String named(JudgedSide side, String words) {
    return (side.name().isEmpty() ? "" : side.name() + ": ") + words;
  }

  private static List<String> cells(JudgedStatement statement) {
    Evidence evidence = statement.evidence();
    return List.of(
        evidence.subject(),
        ClaimText.claimed(evidence),
        ClaimText.estimate(evidence.seen()),
        ClaimText.interval(statement),
        ClaimText.floor(statement),
        ClaimText.starts(evidence.seen(), evidence.looked()),
        ClaimText.rows(evidence.looked()),
        ClaimText.verdict(statement));
  }

  /** For Markdown pages. */
  public String markdown() {
    return caption() + "\n\n" + MarkdownTable.of(header(), header().size(), 0, cells());
  }

  /** For a paper, across two columns. */
  public String latex() {
    return LatexTable.of(caption(), "llp{3.5cm}p{2.5cm}p{4cm}lllrrrl", header(), cells());
  }

  /** For the terminal: how many hold, then a line for each claim, by the variants of the run. */
  public List<String> lines() {
    List<JudgedSide> sides = judged.sides().stream().filter(JudgedSide::isAny).toList();
    List<String> lines = new ArrayList<>();
    lines.add(
        "Claims of "
            + judged.file().name()
            + ": "
            + judged.sides().stream()
                .map(side -> named(side, sides.contains(side) ? count(side) : NONE))
                .collect(Collectors.joining("; "))
            + ".");
    for (int i = 0; i < judged.file().claims().size(); i++) {
      JudgedClaim claim = judged.main().claims().get(i);
      lines.add(
          "  " + claim.claim().id() + ": " + claim.claim().says() + " → " + verdict(i, sides));
    }
    return lines;
  }

  /** For the page's first screen: how many hold, then each claim after its verdicts. */
  public List<String> summary() {
    List<JudgedSide> sides = judged.sides().stream().filter(JudgedSide::isAny).toList();
    List<String> summary = new ArrayList<>(List.of(lines().getFirst()));
    for (int i = 0; i < judged.file().claims().size(); i++) {
      summary.add(claim(i).id() + ": " + shortVerdict(i, sides) + " – " + claim(i).says());
    }
    return summary;
  }

  /** What would decide an open one is in the table. */
  private static String shortVerdict(int index, List<JudgedSide> sides) {
    return sides.stream()
        .map(side -> named(side, ClaimText.shortVerdict(side.claims().get(index))))
        .collect(Collectors.joining("; "));
  }

  private String count(JudgedSide side) {
    List<String> counts = new ArrayList<>();
    for (Verdict verdict : Verdict.values()) {
      if ((verdict.isOfEffects() && !hasEffects()) || (verdict.isOfClaims() && !hasClaims())) {
        continue;
      }
      long claims = side.claims().stream().filter(one -> one.verdict() == verdict).count();
      counts.add(verdict.word() + " " + claims);
    }
    return String.join(", ", counts);
  }
}
