package org.boardbench.results;

/**
 * A text for a table or a note: a reason may quote many lines of a server's output, and {@code
 * trials.csv} has them all.
 */
public final class OneLine {
  private static final int MOST_CHARS = 300;

  private OneLine() {}

  /** {@code text} as one line, cut where it is long. */
  public static String of(String text) {
    String line = text.strip().replaceAll("\\s*\\R\\s*", " ");
    return line.length() <= MOST_CHARS ? line : line.substring(0, MOST_CHARS - 1) + "…";
  }
}
