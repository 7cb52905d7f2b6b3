package org.boardbench.report.claims;

import java.util.List;
import java.util.Set;

/** What a run says of a claim. */
public enum Verdict {
  HOLDS("holds"),
  DOES_NOT_HOLD("does not hold"),
  /** Of effects: at some load one does, and none harms. */
  HELPS("helps"),
  HARMS("harms"),
  /** One figure, or one load, pays for another. */
  HELPS_AND_HARMS("helps and harms"),
  /** Of effects: none that counts, of any figure at any load. */
  NO_DIFFERENCE("no difference"),
  /** The interval leaves it open, or there is none. */
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

  /** Whether something differs. */
  boolean isDifference() {
    return this == HELPS || this == HARMS;
  }

  /** Whether it is said of effects alone. */
  public boolean isOfEffects() {
    return switch (this) {
      case HELPS, HARMS, HELPS_AND_HARMS, NO_DIFFERENCE -> true;
      case HOLDS, DOES_NOT_HOLD, UNDECIDED, NOT_JUDGED -> false;
    };
  }

  /** Whether it is said of claims alone. */
  public boolean isOfClaims() {
    return this == HOLDS || this == DOES_NOT_HOLD;
  }

  /**
   * Of all effects of one choice.
   *
   * @param effects at least one
   */
  static Verdict ofEffects(List<Verdict> effects) {
    boolean helps = effects.contains(HELPS);
    boolean harms = effects.contains(HARMS);
    if (helps && harms) {
      return HELPS_AND_HARMS;
    }
    if (helps || harms) {
      return helps ? HELPS : HARMS;
    }
    return Set.copyOf(effects).size() == 1 ? effects.getFirst() : UNDECIDED;
  }
}
