package org.boardbench.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.boardbench.results.FileNames;
import picocli.CommandLine.Option;

/** Options of a command that makes a run: where it is stored. */
final class FolderOptions {
  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The run's folder; must be empty or absent.")
  private Optional<Path> out = Optional.empty();

  @Option(
      names = "--results",
      paramLabel = "DIR",
      description = "Where a run gets a folder of its own (default: results).")
  private Optional<Path> results = Optional.empty();

  /** The run's own folder; empty where it is to get one. */
  Optional<Path> out() {
    return out;
  }

  /**
   * Where it gets one.
   *
   * @param home of the project
   */
  Path resultsIn(Path home) {
    return results.orElse(home.resolve(FileNames.RESULTS));
  }

  boolean areGiven() {
    return out.isPresent() || results.isPresent();
  }
}
