package org.boardbench.core;

import java.nio.file.Path;
import java.util.Optional;

/** Where this program belongs, and what it was built as. */
public final class ThisProgram {
  private ThisProgram() {}

  /** The project's folder: the system property {@code boardbench.home}, else the working one. */
  public static Path home() {
    return Path.of(System.getProperty("boardbench.home", "")).toAbsolutePath().normalize();
  }

  /** The version that the jar was built as; {@code development} outside of one. */
  public static String version() {
    return Optional.ofNullable(ThisProgram.class.getPackage().getImplementationVersion())
        .orElse("development");
  }
}
