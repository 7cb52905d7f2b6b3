package org.boardbench.core;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.boardbench.results.HiddenCharacters;

/**
 * Text that a server chose, made fit for a terminal, a log, a CSV cell and a page: one line,
 * without control characters (escape sequences of terminals included), without characters that
 * change the direction of the text around them or cannot be seen, and cut to {@link #MOST_CHARS}.
 * Whatever the length of the input, only its beginning is looked at.
 */
public final class ServerText {
  /** The longest text, the mark of a cut left out. */
  public static final int MOST_CHARS = 200;

  /** The most lines of a text of several. */
  private static final int MOST_LINES = 40;

  private static final String CUT = "…";

  /** What may become nothing or a single space, so more than is kept is looked at. */
  private static final int LOOKED_AT_CHARS = 8 * MOST_CHARS;

  /** Colours, cursor movements, titles of windows: with all that belongs to them. */
  private static final Pattern ESCAPE_SEQUENCE =
      Pattern.compile(
          "(?:\\e\\[|\\x9b)[0-?]*[ -/]*[@-~]?"
              + "|(?:\\e[\\]PX^_]|[\\x90\\x98\\x9d-\\x9f])[^\\x07\\e\\x9c]*(?:\\x07|\\e\\\\|\\x9c)?"
              + "|\\e[ -/]*[0-~]?");

  /** Controls, and what separates lines, words or paragraphs. */
  private static final Pattern BLANK =
      Pattern.compile("[" + HiddenCharacters.CONTROLS + "\\p{Z}]+");

  /** Marks of direction, joiners and other characters that cannot be seen, and half characters. */
  private static final Pattern UNSEEN = Pattern.compile("[" + HiddenCharacters.UNSEEN + "]+");

  private ServerText() {}

  /** {@code text} as one line. */
  public static String line(String text) {
    String start = text.length() <= LOOKED_AT_CHARS ? text : text.substring(0, LOOKED_AT_CHARS);
    String plain = ESCAPE_SEQUENCE.matcher(start).replaceAll("");
    plain = UNSEEN.matcher(plain).replaceAll("");
    plain = BLANK.matcher(plain).replaceAll(" ").strip();
    return plain.length() <= MOST_CHARS && start.length() == text.length()
        ? plain
        : cut(plain) + CUT;
  }

  /** {@code text} with its lines kept, each as {@link #line} has it. */
  public static String lines(String text) {
    return text.lines()
        .limit(MOST_LINES)
        .map(ServerText::indentedLine)
        .collect(Collectors.joining("\n"));
  }

  private static String indentedLine(String line) {
    String plain = line(line);
    return line.startsWith("  ") && !plain.isEmpty() ? "  " + plain : plain;
  }

  private static String cut(String plain) {
    int end = Math.min(MOST_CHARS, plain.length());
    boolean splitsCharacter = end > 0 && Character.isHighSurrogate(plain.charAt(end - 1));
    return plain.substring(0, splitsCharacter ? end - 1 : end);
  }
}
