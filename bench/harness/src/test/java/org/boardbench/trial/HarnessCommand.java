package org.boardbench.trial;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The words with which the command line is started as a process of its own. */
final class HarnessCommand {
  private HarnessCommand() {}

  /**
   * {@code boardbench run}, with a driver that is not warmed up: for what is asked for no times.
   *
   * @param home has targets, and gets results
   * @param options of that command
   */
  static List<String> run(Path home, String... options) {
    return run(home, List.of("-Dboardbench.warm-up=off"), options);
  }

  /** The same with a driver that is warm. */
  static List<String> warmRun(Path home, String... options) {
    return run(home, List.of(), options);
  }

  private static List<String> run(Path home, List<String> flags, String... options) {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(flags);
    words.addAll(
        List.of(
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
