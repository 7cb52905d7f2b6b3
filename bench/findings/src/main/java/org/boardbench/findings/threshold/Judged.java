package org.boardbench.findings.threshold;

import java.util.ArrayList;
import java.util.List;

/** What somebody asked of a figure at one load, with its judgement. */
public interface Judged {
  Judgement judgement();

  /** For who reads the end of a command: where, what was asked, the judgement and why. */
  String line();

  /**
   * All that does not hold, the broken first, and how many do; nothing where nothing was judged.
   *
   * @param plural what they are called, such as {@code thresholds}
   */
  static List<String> lines(List<? extends Judged> judged, String plural) {
    List<String> lines = new ArrayList<>();
    for (Judgement kind : List.of(Judgement.BROKEN, Judgement.NOT_DECIDED, Judgement.NOT_JUDGED)) {
      judged.stream().filter(one -> one.judgement() == kind).map(Judged::line).forEach(lines::add);
    }
    if (!judged.isEmpty()) {
      long held = judged.stream().filter(one -> one.judgement() == Judgement.HOLDS).count();
      lines.add(held + " of " + judged.size() + " " + plural + " hold.");
    }
    return lines;
  }
}
