package org.boardbench.sut.tools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The tools that this project's own targets share. */
public final class ToolSpecimens {
  private ToolSpecimens() {}

  /** Puts them beside the targets in {@code targets}. */
  public static void write(Path targets) throws IOException {
    Files.createDirectories(targets);
    for (String file : new String[] {"tools.yaml", "redis.sh"}) {
      Files.copy(Path.of("../../targets").resolve(file), targets.resolve(file));
    }
  }
}
