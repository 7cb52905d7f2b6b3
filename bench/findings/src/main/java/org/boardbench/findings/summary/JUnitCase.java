package org.boardbench.findings.summary;

import org.boardbench.findings.threshold.Judgement;

/**
 * A {@code testcase}.
 *
 * @param message why it failed or was skipped
 */
public record JUnitCase(String className, String name, Outcome outcome, String message) {
  /** As JUnit's reports know them. */
  public enum Outcome {
    PASSED,
    FAILED,
    SKIPPED
  }

  public static JUnitCase of(String className, String name, Judgement judgement, String message) {
    return new JUnitCase(
        className,
        name,
        switch (judgement) {
          case HOLDS -> Outcome.PASSED;
          case BROKEN -> Outcome.FAILED;
          case NOT_DECIDED, NOT_JUDGED -> Outcome.SKIPPED;
        },
        message);
  }
}
