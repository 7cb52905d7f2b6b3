package org.boardbench.protocol;

/** How messages carry their stamp, so that it is found in whatever a server makes of them. */
public enum StampForm {
  /** As the value of the JSON key {@code stamp}: {@code "stamp":"17.0.h1.5.6"}. */
  JSON_VALUE("\""),
  /**
   * As a word of its own, {@code zstamp17.0.h1.5.6z}, which may stand in any text: it has nothing
   * that JSON, HTML or an address would escape.
   */
  WORD("zstamp");

  /** Ends the stamp that is a {@link #WORD}, so that a part of one is not taken for all of it. */
  public static final char WORD_END = 'z';

  private final String opening;

  StampForm(String opening) {
    this.opening = opening;
  }

  /** What stands right before the stamp. */
  public String opening() {
    return opening;
  }
}
