package org.boardbench.plan.model;

import java.util.Locale;

/** What users ask of their board's history. */
public enum HistoryChoice {
  /** Who joins gets what is published from then on. */
  NONE,
  /** Who joins asks for the last messages before. */
  ASKED;

  /** As plans write it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
