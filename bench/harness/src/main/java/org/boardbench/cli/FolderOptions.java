package org.boardbench.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.boardbench.input.Problem;
import org.boardbench.results.FileNames;
import picocli.CommandLine.Option;

/** Options of a command that makes a run: where it is stored. */
public final class FolderOptions {
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
  public Optional<Path> out() {
    return out;
  }

  /**
   * Where it gets one.
   *
   * @param home of the project
   */
  public Path resultsIn(Path home) {
    return results.orElse(home.resolve(FileNames.RESULTS));
  }

  /** What speaks against going on with a run, whose folder is there. */
  public Optional<Problem> objectionTo(Optional<Path> resume) {
    return resume.isPresent() && (out.isPresent() || results.isPresent())
        ? Optional.of(
            new Problem(
                "--resume", "cannot go with --out or --results: the run has its folder already"))
        : Optional.empty();
  }
}
