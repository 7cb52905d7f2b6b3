package org.boardbench.findings.threshold;

/** What a run's starts say of a bound. */
public enum Judgement {
  HOLDS("holds"),
  BROKEN("broken"),
  /** The interval holds the bound, or starts contradict each other. */
  NOT_DECIDED("not decided"),
  /** No valid row measured the figure. */
  NOT_JUDGED("not judged");

  private final String word;

  Judgement(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }
}
