package org.boardbench.core;

import java.nio.file.Path;
import java.util.Optional;

/** Where this program belongs, and what it was built as. */
public final class ThisProgram {
  /** What starts it, in the project's folder. */
  public static final String COMMAND = "bench/boardbench";

  private ThisProgram() {}

  /** The project's folder: the system property {@code boardbench.home}, else the working one. */
  public static Path home() {
    return Path.of(System.getProperty("boardbench.home", "")).toAbsolutePath().normalize();
  }

  /** How it is started to go on with {@code run}. */
  public static String resuming(Path run) {
    return COMMAND + " run --resume " + run;
  }

  /** The variable before the command that gives it a heap of so many MiB. */
  public static String heapOf(long mib) {
    return "BOARDBENCH_HEAP=" + mib + "m";
  }

  /** The version that the jar was built as; {@code development} outside of one. */
  public static String version() {
    return Optional.ofNullable(ThisProgram.class.getPackage().getImplementationVersion())
        .orElse("development");
  }
}
