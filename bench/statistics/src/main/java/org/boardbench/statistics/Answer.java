package org.boardbench.statistics;

/** What can be said of one variant beside another. */
public enum Answer {
  FASTER("faster"),
  SLOWER("slower"),
  /** It costs less: CPU, memory, bytes. */
  LESS("less"),
  MORE("more"),
  NO_DIFFERENCE("no difference"),
  CANNOT_TELL("cannot tell");

  private final String word;

  Answer(String word) {
    this.word = word;
  }

  /** In a sentence. */
  public String word() {
    return word;
  }

  /** Whether the variants differ, beyond chance and beyond what the machine makes of nothing. */
  public boolean isDifference() {
    return this != NO_DIFFERENCE && this != CANNOT_TELL;
  }
}
