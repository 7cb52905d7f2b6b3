package org.boardbench.junit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.boardbench.host.command.HostEnvironment;

/** Programs that a test starts, whatever happens to be exported where the tests run. */
public final class Children {
  private Children() {}

  /**
   * A builder whose environment is that of a target. A {@code JAVA_TOOL_OPTIONS} of somebody's own,
   * for one, would have a JVM say so, speak another language, or fail to open a debugger's port.
   */
  public static ProcessBuilder builder(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().putAll(HostEnvironment.of(Path.of("")).variables());
    return builder;
  }

  /**
   * The words that start a class of the test's own class path in a JVM of its own, which is soon
   * over and so has no use for the second compiler.
   */
  public static List<String> jvm(List<String> flags, String mainClass, List<String> arguments) {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    words.addAll(flags);
    words.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
    words.addAll(arguments);
    return words;
  }

  /** A builder that no hook, rebase or setting of somebody's own leads to another repository. */
  public static ProcessBuilder git(Path folder, List<String> words) {
    List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
    command.addAll(words);
    ProcessBuilder builder = builder(command);
    builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
    builder.environment().put("GIT_CONFIG_SYSTEM", "/dev/null");
    return builder;
  }
}
