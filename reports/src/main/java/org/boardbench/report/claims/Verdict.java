package org.boardbench.report.claims;

/** What a run says of a claim. */
public enum Verdict {
  HOLDS("holds"),
  DOES_NOT_HOLD("does not hold"),
  /** The interval reaches over an edge of the claim's region, or there is none. */
  UNDECIDED("undecided"),
  /** There is no valid row to judge by. */
  NOT_JUDGED("not judged");

  private final String word;

  Verdict(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  boolean isDecided() {
    return this == HOLDS || this == DOES_NOT_HOLD;
  }
}
