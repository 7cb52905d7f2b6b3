package org.boardbench.trial;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.boardbench.cli.Boardbench;
import org.boardbench.junit.Children;

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
    List<String> jvmFlags = new ArrayList<>(flags);
    jvmFlags.add("-Dboardbench.home=" + home);
    List<String> arguments = new ArrayList<>(List.of("run"));
    arguments.addAll(List.of(options));
    return Children.jvm(jvmFlags, Boardbench.class.getName(), arguments);
  }
}
