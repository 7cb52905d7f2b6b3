package org.boardbench.target;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * As much of a version as tells whether a tool is new enough.
 *
 * @param text as the tool prints it, or as the manifest spells it: {@code 20}, {@code 3.11.7}
 */
public record ToolVersion(int major, int minor, String text) implements Comparable<ToolVersion> {
  private static final Pattern ASKED = Pattern.compile("(\\d{1,4})(?:\\.(\\d{1,4}))?");
  private static final Pattern PRINTED =
      Pattern.compile("(?<![\\w.])v?((\\d{1,4})(?:\\.(\\d{1,4}))?(?:[.+-][\\w.+-]*)?)(?!\\w)");

  /** Reads {@code major} or {@code major.minor}; empty when it is neither. */
  static Optional<ToolVersion> parse(String text) {
    Matcher matcher = ASKED.matcher(text);
    return matcher.matches()
        ? Optional.of(of(matcher.group(1), matcher.group(2), text))
        : Optional.empty();
  }

  /** The first thing in a tool's output that looks like a version. */
  static Optional<ToolVersion> find(String output) {
    Matcher matcher = PRINTED.matcher(output);
    return matcher.find()
        ? Optional.of(of(matcher.group(2), matcher.group(3), matcher.group(1)))
        : Optional.empty();
  }

  private static ToolVersion of(String major, String minor, String text) {
    return new ToolVersion(
        Integer.parseInt(major), minor == null ? 0 : Integer.parseInt(minor), text);
  }

  boolean isAtLeast(ToolVersion wanted) {
    return compareTo(wanted) >= 0;
  }

  /** By major and minor alone. */
  @Override
  public int compareTo(ToolVersion other) {
    return major != other.major
        ? Integer.compare(major, other.major)
        : Integer.compare(minor, other.minor);
  }

  @Override
  public String toString() {
    return text;
  }
}
