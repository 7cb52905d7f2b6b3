package org.boardbench.baseline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command lines of programs on this program's own JDK and class path. */
final class JavaProgram {
  private JavaProgram() {}

  static List<String> command(List<String> flags, String mainClass) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            mainClass));
    return command;
  }
}
