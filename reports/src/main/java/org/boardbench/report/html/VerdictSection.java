package org.boardbench.report.html;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.boardbench.report.stored.StoredStage;
import org.boardbench.results.reason.InvalidReason;
import org.boardbench.results.reason.ReasonCode;

/**
 * Which rows of a run are valid, why the others are not, and by which clock arrivals were dated.
 */
final class VerdictSection {
  private final List<StoredStage> stages;

  VerdictSection(List<StoredStage> stages) {
    this.stages = stages;
  }

  String html() {
    StringBuilder html = new StringBuilder(Html.paragraph(sentence()));
    List<StoredStage> invalid = stages.stream().filter(stage -> !stage.isValid()).toList();
    if (!invalid.isEmpty()) {
      html.append(codes(invalid)).append(rows(invalid));
    }
    return html.append(new ArrivalSentences(stages).html()).toString();
  }

  private String sentence() {
    long judged = stages.stream().filter(stage -> stage.valid().isPresent()).count();
    if (judged == 0) {
      return "No row was judged: the run is older than verdicts are.";
    }
    long valid = stages.stream().filter(stage -> stage.valid().orElse(false)).count();
    long others = stages.size() - judged;
    return valid
        + " of "
        + judged
        + " judged rows are valid"
        + (others == 0 ? "." : "; " + others + " more were not judged.")
        + " Loss, long times and a busy server are findings, and no reason against a row.";
  }

  private static String codes(List<StoredStage> invalid) {
    Map<String, Long> counts =
        invalid.stream()
            .flatMap(stage -> stage.reasons().stream().map(InvalidReason::code).distinct())
            .collect(
                Collectors.groupingBy(
                    code -> code, () -> new TreeMap<>(ReasonCode.ORDER), Collectors.counting()));
    return Html.table(
        List.of("Reason", "Rows", "What it says"),
        counts.entrySet().stream()
            .map(e -> List.of(e.getKey(), e.getValue().toString(), meaning(e.getKey())))
            .toList());
  }

  private static String meaning(String code) {
    return ReasonCode.of(code)
        .map(ReasonCode::meaning)
        .orElse("A reason that this report does not know.");
  }

  private static String rows(List<StoredStage> invalid) {
    return Html.table(
        List.of("Trial", "Users", "Invalid for: measured and bound"),
        invalid.stream()
            .sorted(Comparator.comparing(StoredStage::trialId).thenComparingInt(StoredStage::stage))
            .map(stage -> List.of(stage.trialId(), Integer.toString(stage.users()), reasons(stage)))
            .toList());
  }

  private static String reasons(StoredStage stage) {
    return stage.reasons().stream().map(InvalidReason::text).collect(Collectors.joining("; "));
  }
}
