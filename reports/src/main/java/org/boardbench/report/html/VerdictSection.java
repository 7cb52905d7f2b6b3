package org.boardbench.report.html;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.boardbench.findings.ranking.InvalidRows;
import org.boardbench.findings.starts.StoredStage;
import org.boardbench.results.reason.InvalidReason;
import org.boardbench.results.reason.ReasonCode;

/**
 * Which rows of a run are valid, why the others are not, and by which clock arrivals were dated.
 */
public record VerdictSection(List<StoredStage> stages) implements Section {
  public VerdictSection {
    stages = List.copyOf(stages);
  }

  @Override
  public String anchor() {
    return "valid";
  }

  @Override
  public String title() {
    return "Which rows are valid";
  }

  @Override
  public String link() {
    return "Validity";
  }

  @Override
  public boolean isThere() {
    return true;
  }

  @Override
  public String template() {
    return "verdictSection";
  }

  long judged() {
    return stages.stream().filter(stage -> stage.valid().isPresent()).count();
  }

  long notJudged() {
    return stages.size() - judged();
  }

  long valid() {
    return stages.stream().filter(stage -> stage.valid().orElse(false)).count();
  }

  List<ArrivalClock> clocks() {
    return ArrivalClock.of(stages);
  }

  /** Each code that makes a row invalid, in how many rows it does, and what it says. */
  List<List<String>> reasons() {
    Map<String, Long> counts =
        invalid().stream()
            .flatMap(stage -> stage.reasons().stream().map(InvalidReason::code).distinct())
            .collect(
                Collectors.groupingBy(
                    code -> code, () -> new TreeMap<>(ReasonCode.ORDER), Collectors.counting()));
    return counts.entrySet().stream()
        .map(e -> List.of(e.getKey(), e.getValue().toString(), meaning(e.getKey())))
        .toList();
  }

  private static String meaning(String code) {
    return ReasonCode.of(code)
        .map(ReasonCode::meaning)
        .orElse("A reason that this report does not know.");
  }

  /** Whether the counts of reasons add up to more than the rows. */
  boolean hasSeveral() {
    return InvalidRows.of(stages).hasSeveral();
  }

  /** Trial, users, and what was measured and its bound. */
  List<List<String>> invalidRows() {
    return invalid().stream()
        .sorted(Comparator.comparing(StoredStage::trialId).thenComparingInt(StoredStage::stage))
        .map(stage -> List.of(stage.trialId(), Integer.toString(stage.users()), reasons(stage)))
        .toList();
  }

  private static String reasons(StoredStage stage) {
    return stage.reasons().stream().map(InvalidReason::text).collect(Collectors.joining("; "));
  }

  private List<StoredStage> invalid() {
    return stages.stream().filter(stage -> !stage.isValid()).toList();
  }
}
