package org.boardbench.sut.tools;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.boardbench.host.command.CommandRun;

/**
 * As much of a version as tells whether a tool is new enough.
 *
 * @param text as the tool prints it, or as the manifest spells it: {@code 20}, {@code 3.11.7}
 */
public record ToolVersion(int major, int minor, String text) implements Comparable<ToolVersion> {
  private static final Pattern ASKED = Pattern.compile("(\\d{1,4})(?:\\.(\\d{1,4}))?");
  private static final Pattern PRINTED =
      Pattern.compile(
          "(?<![\\w./])v?((\\d{1,4}+)(?:\\.(\\d{1,4}+))?+(?:[.+-][\\w.+-]*+)?+)(?![\\w/]|:\\d)");

  /** Reads {@code major} or {@code major.minor}; empty when it is neither. */
  public static Optional<ToolVersion> parse(String text) {
    Matcher matcher = ASKED.matcher(text);
    return matcher.matches()
        ? Optional.of(of(matcher.group(1), matcher.group(2), text))
        : Optional.empty();
  }

  /** The first thing in a tool's output that looks like a version and is no notice or address. */
  public static Optional<ToolVersion> find(CommandRun run) {
    return find(PrintedLines.of(run));
  }

  private static Optional<ToolVersion> find(Stream<String> lines) {
    return lines
        .map(PRINTED::matcher)
        .filter(Matcher::find)
        .map(matcher -> of(matcher.group(2), matcher.group(3), matcher.group(1)))
        .findFirst();
  }

  private static ToolVersion of(String major, String minor, String text) {
    return new ToolVersion(
        Integer.parseInt(major), minor == null ? 0 : Integer.parseInt(minor), text);
  }

  public boolean isAtLeast(ToolVersion wanted) {
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
