package org.boardbench.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/** Tells which targets a project has. */
@FunctionalInterface
public interface TargetNames {
  Set<String> in(Path projectRoot) throws IOException;
}
