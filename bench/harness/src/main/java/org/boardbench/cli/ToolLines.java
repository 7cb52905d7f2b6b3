package org.boardbench.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.boardbench.input.Problem;
import org.boardbench.sut.tools.Tool;
import org.boardbench.sut.tools.ToolNeed;
import org.boardbench.sut.tools.ToolVersion;

/** What targets need on this machine, a line for each tool. */
public final class ToolLines {
  private static final String NONE = "-";

  private ToolLines() {}

  /** For people, in the shape of {@code bench/setup/doctor.sh}. */
  static String forPeople(ToolNeed need) {
    Optional<Problem> problem = need.problem();
    return problem.isPresent()
        ? missing(problem.get())
        : String.format(
            Locale.ROOT,
            "ok       %-8s %-10s for %s",
            need.tool().name(),
            need.found().map(ToolVersion::text).orElse(""),
            String.join(", ", need.users()));
  }

  static String missing(Problem problem) {
    return "MISSING  " + problem;
  }

  /**
   * For {@code bench/setup/tools.sh}, with tabs between: name, oldest usable version, {@code found}
   * when there is one of whatever version, script that sets it up, packages, who needs it, what is
   * wrong. What there is not is a hyphen.
   */
  public static String forScripts(ToolNeed need) {
    Tool tool = need.tool();
    return String.join(
        "\t",
        List.of(
            tool.name(),
            need.oldest().text(),
            need.found().isPresent() ? "found" : NONE,
            tool.setup().map(Object::toString).orElse(NONE),
            tool.packages().isEmpty() ? NONE : String.join(" ", tool.packages()),
            String.join(", ", need.users()),
            need.problem().map(Problem::toString).orElse(NONE)));
  }
}
