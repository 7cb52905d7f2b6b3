package org.boardbench.results;

/**
 * What must not come through of a text that a server or a file worded, in a terminal, a log, a cell
 * or a page: each constant is a part of a character class of {@link java.util.regex.Pattern}.
 */
public final class HiddenCharacters {
  /** They steer terminals, and no page may hold them; line ends and tabs are among them. */
  public static final String CONTROLS = "\\p{Cc}";

  /**
   * They turn the direction of the text behind them, so that a reader would see other words than
   * are there.
   */
  public static final String TURNS =
      "\\x{61C}\\x{200E}\\x{200F}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}";

  /** What nobody sees where it stands, {@link #TURNS} among it, and halves of characters. */
  public static final String UNSEEN = "\\p{Cf}\\p{Cs}";

  private HiddenCharacters() {}
}
