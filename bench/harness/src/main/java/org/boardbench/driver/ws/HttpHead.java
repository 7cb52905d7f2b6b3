package org.boardbench.driver.ws;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The head of an HTTP answer, read as liberally as RFC 9112 has it: lines may end with a bare line
 * feed, blanks and tabs around a value do not count, a line that begins with one goes on with the
 * value before, and the reason phrase may be missing.
 *
 * @param version such as {@code HTTP/1.1}
 * @param phrase empty when there is none
 * @param fields the values of each field, by its name in lower case
 */
record HttpHead(String version, int status, String phrase, Map<String, List<String>> fields) {
  private static final Pattern STATUS_LINE =
      Pattern.compile("(HTTP/\\d\\.\\d)[ \\t]+(\\d{3})(?:[ \\t]+(.*))?");

  /** Empty when the first line is no status line. */
  static Optional<HttpHead> parse(String text) {
    List<String> lines = text.lines().toList();
    Matcher status = STATUS_LINE.matcher(lines.isEmpty() ? "" : lines.getFirst());
    if (!status.matches()) {
      return Optional.empty();
    }
    Map<String, List<String>> fields = new TreeMap<>();
    List<String> values = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      int colon = line.indexOf(':');
      boolean goesOn = line.startsWith(" ") || line.startsWith("\t");
      if (goesOn && !values.isEmpty()) {
        values.addLast((values.removeLast() + " " + line.strip()).strip());
      } else if (!goesOn && colon > 0) {
        String name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        values = fields.computeIfAbsent(name, of -> new ArrayList<>());
        values.add(line.substring(colon + 1).strip());
      }
    }
    String phrase = Optional.ofNullable(status.group(3)).orElse("").strip();
    return Optional.of(
        new HttpHead(status.group(1), Integer.parseInt(status.group(2)), phrase, fields));
  }

  /** All values of a field as one, as a list of its own; empty when there is none. */
  String field(String lowerCaseName) {
    return String.join(", ", fields.getOrDefault(lowerCaseName, List.of()));
  }

  /** Whether one of the words in a field's list is {@code word}, in whatever case. */
  boolean lists(String lowerCaseName, String word) {
    for (String listed : field(lowerCaseName).split(",", -1)) {
      if (listed.strip().equalsIgnoreCase(word)) {
        return true;
      }
    }
    return false;
  }
}
