package org.boardbench.driver;

/** What a server says, fit to be counted, stored and shown: on one line, and not too long. */
final class CauseText {
  private static final int LONGEST = 80;

  private CauseText() {}

  /** Without characters that a terminal might obey, cut to 80. */
  static String of(String text) {
    StringBuilder clean = new StringBuilder();
    text.codePoints().limit(LONGEST).map(CauseText::harmless).forEach(clean::appendCodePoint);
    return clean.toString().strip();
  }

  private static int harmless(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          ' ';
      default -> point;
    };
  }
}
