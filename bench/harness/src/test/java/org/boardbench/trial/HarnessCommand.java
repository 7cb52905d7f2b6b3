package org.boardbench.trial;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The words with which the command line is started as a process of its own. */
final class HarnessCommand {
  private HarnessCommand() {}

  /**
   * {@code boardbench run}.
   *
   * @param home has targets, and gets results
   * @param options of that command
   */
  static List<String> run(Path home, String... options) {
    List<String> words =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dboardbench.home=" + home,
                "-cp",
                System.getProperty("java.class.path"),
                "org.boardbench.cli.Boardbench",
                "run"));
    words.addAll(List.of(options));
    return words;
  }
}
