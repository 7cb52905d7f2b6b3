package org.boardbench.input;

import java.util.List;

/** Words in a row, as a sentence has them. */
public final class WordList {
  private WordList() {}

  /** {@code a}, {@code a or b}, {@code a, b or c}. */
  public static String or(List<String> words) {
    int last = words.size() - 1;
    return last < 1
        ? String.join("", words)
        : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
  }
}
