package org.boardbench.host.command;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How every program is started here: with the given variables alone, and nothing to read. */
public final class CommandStart {
  private static final File NOTHING = new File("/dev/null");

  // Both look the program up on the PATH that is given to it; the JVM would use its own.
  private static final Path ENV = Path.of("/usr/bin/env");
  private static final Path SETSID = Path.of("/usr/bin/setsid");

  private CommandStart() {}

  static ProcessBuilder of(List<String> command, Path folder, Map<String, String> variables) {
    return behind(ENV, command, folder, variables);
  }

  /** As the leader of a session, which a terminal's Ctrl-C does not reach. */
  public static ProcessBuilder inOwnSession(
      List<String> command, Path folder, Map<String, String> variables) {
    return behind(Files.isExecutable(SETSID) ? SETSID : ENV, command, folder, variables);
  }

  private static ProcessBuilder behind(
      Path starter, List<String> command, Path folder, Map<String, String> variables) {
    List<String> words = new ArrayList<>(List.of(starter.toString()));
    words.addAll(command);
    ProcessBuilder builder =
        new ProcessBuilder(words).directory(folder.toFile()).redirectInput(NOTHING);
    builder.environment().clear();
    builder.environment().putAll(variables);
    return builder;
  }
}
