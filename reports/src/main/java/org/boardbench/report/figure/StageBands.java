package org.boardbench.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.boardbench.findings.starts.StoredStage;
import org.boardbench.report.chart.Panel;
import org.boardbench.report.stored.StoredSecond;
import org.boardbench.results.reason.InvalidReason;

/**
 * The stages of one trial as parts of the time axis, named by their number of users; below is why a
 * stage's row is invalid, after the hollow circle that points of such rows are drawn as.
 */
final class StageBands {
  /** Bands narrower than this part of the whole have no room for more than the number. */
  private static final double ROOM_FOR_UNIT = 0.15;

  /** What a letter of a remark takes at most of the width of half a page. */
  private static final double LETTER = 0.014;

  private final List<StoredSecond> seconds;
  private final Map<Integer, StoredStage> stages;
  private final ReasonLabels letters;
  private final List<Span> spans;

  private record Span(int stage, double start, double end) {}

  /**
   * @param seconds of one trial, at least one
   * @param stages of the same trial
   * @param labels by letter
   */
  StageBands(List<StoredSecond> seconds, List<StoredStage> stages, ReasonLabels labels) {
    this.seconds = seconds;
    this.stages =
        stages.stream().collect(Collectors.toMap(StoredStage::stage, s -> s, (a, b) -> a));
    letters = labels;
    spans = spans();
  }

  List<Panel.Band> bands() {
    ReasonLabels labels = labels();
    return spans.stream()
        .map(span -> new Panel.Band(span.start(), span.end(), name(span), remark(span, labels)))
        .toList();
  }

  /** For the caption; empty when all stages are valid. */
  String caption() {
    return hasInvalid()
        ? " A stage with a reason below its number of users is invalid, for that reason."
        : "";
  }

  /** What the remarks mean; empty when they are in words or there are none. */
  String hollow() {
    return !hasInvalid() || labels().key().isEmpty() ? "" : "invalid: " + labels().key();
  }

  private ReasonLabels labels() {
    ReasonLabels words = letters.inWords();
    boolean fit =
        spans.stream()
            .allMatch(
                span -> remark(span, words).length() * LETTER * end() <= span.end() - span.start());
    return fit ? words : letters;
  }

  private boolean hasInvalid() {
    return stages.values().stream().anyMatch(stage -> !stage.isValid());
  }

  private String name(Span span) {
    String unit = span.end() - span.start() < ROOM_FOR_UNIT * end() ? "" : " users";
    StoredStage stage = stages.get(span.stage());
    // A stage that broke off has seconds but no row, hence no number.
    return stage == null ? "?" : stage.users() + unit;
  }

  private String remark(Span span, ReasonLabels labels) {
    StoredStage stage = stages.get(span.stage());
    if (stage == null || stage.isValid()) {
      return "";
    }
    List<String> codes = stage.reasons().stream().map(InvalidReason::code).distinct().toList();
    return ("○ " + labels.of(codes)).strip();
  }

  private double end() {
    return 1 + seconds.stream().mapToInt(StoredSecond::second).max().orElseThrow();
  }

  private List<Span> spans() {
    TreeMap<Integer, Integer> starts = new TreeMap<>();
    seconds.forEach(s -> starts.merge(s.stage(), s.second(), Math::min));
    List<Span> found = new ArrayList<>();
    for (Map.Entry<Integer, Integer> start : starts.entrySet()) {
      Map.Entry<Integer, Integer> next = starts.higherEntry(start.getKey());
      found.add(new Span(start.getKey(), start.getValue(), next == null ? end() : next.getValue()));
    }
    return List.copyOf(found);
  }
}
