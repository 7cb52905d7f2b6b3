package org.boardbench.report.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.boardbench.report.explain.ExplainedPart;
import org.boardbench.report.explain.ExplainedStage;
import org.boardbench.report.explain.Explanation;
import org.boardbench.report.profile.ProfiledLoad;
import org.boardbench.results.row.ProfileCategory;

/** What a server spends for a delivery, by parts, as tables. */
public final class ExplainedTable {
  private static final int US_DECIMALS = 6;
  private static final int SHARE_DECIMALS = 2;
  private static final int READABLE_SHARE_DECIMALS = 1;

  private static final List<String> CSV_HEADER =
      List.of(
          "run_id",
          "micro_run_id",
          "target",
          "repetition",
          "stage",
          "users",
          "valid",
          "cpu_us_per_delivery",
          "part",
          "us_per_delivery",
          "share_pct",
          "benchmark",
          "library_or_strategy",
          "payload_bytes",
          "members",
          "note",
          "category",
          "profile_us_per_delivery",
          "profile_share_pct");

  private final Explanation explanation;
  private final List<ProfiledLoad> profiles;

  public ExplainedTable(Explanation explanation) {
    this(explanation, List.of());
  }

  /**
   * The same beside what a profiler said of the same variants and loads.
   *
   * @param profiles none where nothing was profiled
   */
  public ExplainedTable(Explanation explanation, List<ProfiledLoad> profiles) {
    this.explanation = explanation;
    this.profiles = List.copyOf(profiles);
  }

  /**
   * For programs: a row for each part of each stage, the rest after them, and then what a profile
   * has in categories that no part belongs to. What it has of a part is that of its whole category,
   * which may have several. Variants that have no parts at all come last, with their profile alone:
   * a row for each category of a load, beside the mean of its valid starts.
   */
  public String csv() {
    List<List<Object>> rows = new ArrayList<>();
    explanation.stages().forEach(stage -> rows.addAll(rows(stage)));
    profiles.stream()
        .filter(load -> explanation.stages().stream().noneMatch(stage -> isOf(load, stage)))
        .forEach(load -> used(load).forEach(category -> rows.add(row(load, category))));
    return CsvTable.of(CSV_HEADER, rows);
  }

  private List<List<Object>> rows(ExplainedStage stage) {
    Optional<ProfiledLoad> profile =
        profiles.stream().filter(load -> isOf(load, stage)).findFirst();
    List<ExplainedPart> parts = stage.partsAndRest();
    List<List<Object>> rows = new ArrayList<>();
    parts.forEach(part -> rows.add(row(stage, part, profile)));
    profile.ifPresent(load ->
        used(load)
            .filter(category -> parts.stream().noneMatch(part -> part.category() == category))
            .forEach(category ->
                rows.add(joined(stageCells(stage), aloneCells(category), cells(load, category)))));
    return rows;
  }

  private static boolean isOf(ProfiledLoad load, ExplainedStage stage) {
    return load.variant().equals(stage.stage().target()) && load.users() == stage.stage().users();
  }

  private static Stream<ProfileCategory> used(ProfiledLoad load) {
    return Arrays.stream(ProfileCategory.values()).filter(category -> load.us(category) > 0);
  }

  private List<Object> row(
      ExplainedStage stage, ExplainedPart part, Optional<ProfiledLoad> profile) {
    List<Object> own =
        List.of(
            part.name(),
            NumberText.toDecimals(part.usPerDelivery(), US_DECIMALS),
            NumberText.toDecimals(stage.sharePct(part), SHARE_DECIMALS),
            part.benchmark(),
            part.by(),
            NumberText.count(part.payloadBytes()),
            NumberText.count(part.members()),
            part.note());
    List<Object> profiled =
        profile
            .map(load -> cells(load, part.category()))
            .orElse(List.of(part.category().key(), "", ""));
    return joined(stageCells(stage), own, profiled);
  }

  private List<Object> row(ProfiledLoad load, ProfileCategory category) {
    List<Object> measured =
        List.of(
            explanation.runId(),
            explanation.microRunId(),
            load.variant(),
            "",
            "",
            load.users(),
            "",
            NumberText.exact(load.measuredUs()));
    return joined(measured, aloneCells(category), cells(load, category));
  }

  private List<Object> stageCells(ExplainedStage explained) {
    return List.of(
        explanation.runId(),
        explanation.microRunId(),
        explained.stage().target(),
        explained.stage().repetition(),
        explained.stage().stage(),
        explained.stage().users(),
        explained.stage().valid().map(String::valueOf).orElse(""),
        NumberText.exact(explained.measuredUs()));
  }

  /** Of a category that has no part. */
  private static List<Object> aloneCells(ProfileCategory category) {
    return List.of(category.key(), "", "", "", "", "", "", "by the profile alone");
  }

  private static List<Object> cells(ProfiledLoad load, ProfileCategory category) {
    return List.of(
        category.key(),
        NumberText.toDecimals(load.us(category), US_DECIMALS),
        NumberText.toDecimals(load.sharePct(category), SHARE_DECIMALS));
  }

  private static List<Object> joined(
      List<Object> measured, List<Object> part, List<Object> profiled) {
    return Stream.of(measured, part, profiled).flatMap(List::stream).toList();
  }

  /** For Markdown pages: a row for each stage, and what is to be known of the parts below. */
  public String markdown() {
    StringBuilder text = new StringBuilder(caption()).append("\n\n");
    text.append(MarkdownTable.of(header(), 1, 0, cells()));
    if (!notes().isEmpty()) {
      text.append('\n');
      notes().forEach(note -> text.append("- ").append(note).append('\n'));
    }
    return text.toString();
  }

  public List<String> header() {
    List<String> header = new ArrayList<>(List.of("Variant", "Users"));
    if (isRepeated()) {
      header.add("Repetition");
    }
    header.add("Measured (µs)");
    header.addAll(partNames());
    header.add(ExplainedStage.REST);
    return header;
  }

  /** Microseconds, and in parentheses percent of what was measured; the first of a row is text. */
  public List<List<String>> cells() {
    return explanation.stages().stream().map(this::cells).toList();
  }

  private List<String> cells(ExplainedStage explained) {
    List<String> cells = new ArrayList<>();
    cells.add(explained.stage().target());
    cells.add(
        explained.stage().users() + (explained.stage().isValid() ? "" : " " + ResultTable.MARK));
    if (isRepeated()) {
      cells.add(Integer.toString(explained.stage().repetition()));
    }
    cells.add(NumberText.rounded(explained.measuredUs()));
    for (String name : partNames()) {
      cells.add(
          explained.parts().stream()
              .filter(part -> part.name().equals(name))
              .findFirst()
              .map(part -> cell(explained, part))
              .orElse(""));
    }
    cells.add(cell(explained, explained.rest()));
    return cells;
  }

  private static String cell(ExplainedStage explained, ExplainedPart part) {
    String us = NumberText.rounded(part.usPerDelivery());
    String share = NumberText.toDecimals(explained.sharePct(part), READABLE_SHARE_DECIMALS);
    return us.isEmpty() || share.isEmpty() ? us : us + " (" + share + " %)";
  }

  /** Of all targets, in the order in which a message comes through them. */
  private List<String> partNames() {
    return Explanation.PARTS.stream()
        .filter(name ->
            explanation.stages().stream()
                .flatMap(stage -> stage.parts().stream())
                .anyMatch(part -> part.name().equals(name)))
        .toList();
  }

  private boolean isRepeated() {
    return explanation.stages().stream().anyMatch(stage -> stage.stage().repetition() > 1);
  }

  /** What is to be known of the parts and the rest, once for each target. */
  public List<String> notes() {
    return explanation.stages().stream()
        .flatMap(stage ->
            stage.partsAndRest().stream()
                .filter(part -> !part.note().isEmpty())
                .map(
                    part -> stage.stage().target() + ", " + part.name() + ": " + part.note() + "."))
        .distinct()
        .toList();
  }

  /** In full sentences. */
  public String caption() {
    boolean invalid = explanation.stages().stream().anyMatch(stage -> !stage.stage().isValid());
    return "CPU time of a delivery in µs, measured at the server, and what its parts cost when they"
        + " run alone in "
        + explanation.microRunId()
        + (explanation.quick() ? ", a quick run that is not to be cited" : "")
        + "; in parentheses percent of what was measured. The rest is measured less all parts that"
        + " are known. An empty cell is not known, or no part of that target."
        + (invalid ? " Rows with " + ResultTable.MARK + " are invalid." : "");
  }
}
