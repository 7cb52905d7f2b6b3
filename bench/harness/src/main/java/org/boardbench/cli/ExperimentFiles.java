package org.boardbench.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.boardbench.input.InputException;
import org.boardbench.input.Problem;
import org.boardbench.plan.PlanOverrides;
import org.boardbench.plan.PlanReader;
import org.boardbench.plan.model.ExperimentPlan;

/** The experiments that a project comes with. */
public final class ExperimentFiles {
  private static final String SUFFIX = ".yaml";

  private final Path folder;

  public ExperimentFiles(Path projectRoot) {
    this.folder = projectRoot.resolve("bench/experiments");
  }

  /**
   * The file that {@code given} means: itself when there is one, else the project's own of that
   * name.
   */
  Path find(String given) throws InputException, IOException {
    Path file = Path.of(given);
    if (Files.isRegularFile(file)) {
      return file;
    }
    Path own = folder.resolve(given + SUFFIX);
    if (Files.isRegularFile(own)) {
      return own;
    }
    throw new InputException(
        List.of(new Problem(given, "is no experiment file, and not one of: " + names())));
  }

  /** What the file that {@code given} means asks for, with {@code overrides}. */
  public ExperimentPlan plan(String given, PlanReader reader, PlanOverrides overrides)
      throws InputException, IOException {
    Path file = find(given);
    return reader
        .beside(file.toAbsolutePath().getParent())
        .read(file.getFileName().toString(), Files.readString(file), overrides);
  }

  private String names() throws IOException {
    if (!Files.isDirectory(folder)) {
      return "";
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(SUFFIX))
          .map(name -> name.substring(0, name.length() - SUFFIX.length()))
          .sorted()
          .collect(Collectors.joining(", "));
    }
  }
}
