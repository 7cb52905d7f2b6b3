package org.boardbench.sut.tools;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.boardbench.host.command.CommandRun;

/** The lines among which a program's version is looked for. */
public final class PrintedLines {
  private static final Pattern NOTICE =
      Pattern.compile(
          "(?i)(note: )?picked up .*|(\\w+ )?(warn|warning|notice)\\b.*|(debugger|note|info)\\b.*");

  private PrintedLines() {}

  /**
   * What it was asked for before what it complained of, because some print their version there; no
   * notices of options that were set somewhere else, which have numbers too.
   */
  public static Stream<String> of(CommandRun run) {
    return Stream.concat(of(run.printed()), of(run.complaints()));
  }

  static Stream<String> of(String output) {
    return output
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !NOTICE.matcher(line).matches());
  }
}
