package org.boardbench.report.comparison;

import org.boardbench.findings.threshold.Judged;
import org.boardbench.findings.threshold.Judgement;

/**
 * A condition at one load.
 *
 * @param place {@code zoo at 300 users}
 * @param words value, interval and what decided
 */
public record JudgedCondition(
    FailCondition condition, String place, Judgement judgement, String words) implements Judged {
  @Override
  public String line() {
    return place + ": " + condition.text() + " " + judgement.word() + ": " + words;
  }
}
