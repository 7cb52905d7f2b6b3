package org.boardbench.plan.model;

import java.util.Locale;

/** Which objectives' capacities are confirmed. */
public enum ConfirmChoice {
  /** Each, wherever it lies. */
  ALL,
  /** The one that is kept with the most users; what its holds say of others counts too. */
  LOOSEST;

  /** The word in plans and options. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
