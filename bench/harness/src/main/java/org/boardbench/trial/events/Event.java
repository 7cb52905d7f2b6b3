package org.boardbench.trial.events;

/** Something that has happened, for whoever wants to know. */
public interface Event {
  /**
   * Whether a later event of the same class makes this one superfluous, so that a consumer who lags
   * need not see it.
   */
  default boolean isInterim() {
    return false;
  }
}
