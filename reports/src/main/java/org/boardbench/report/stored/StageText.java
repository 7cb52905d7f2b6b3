package org.boardbench.report.stored;

import java.util.Locale;

/**
 * What a stage's row says in words: a column of {@code stages.csv} that runs of older versions
 * lack. Servers have a say in the causes, so that no reader of a text may trust it.
 */
public enum StageText {
  /** Why users could not connect or join, the most frequent cause first. */
  CONNECT_FAILURE_CAUSES,
  /** Why joined users were dropped, the most frequent cause first. */
  DISCONNECT_CAUSES,
  /** What was exhausted when the server could not keep up; empty when it kept up. */
  BOTTLENECK;

  public String column() {
    return name().toLowerCase(Locale.ROOT);
  }
}
