package org.boardbench.report.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.boardbench.findings.starts.RunStarts;
import org.boardbench.input.PlanException;
import org.boardbench.report.claims.JudgedFile;
import org.boardbench.report.claims.reading.ClaimsReader;
import org.boardbench.report.stored.StoredRun;
import org.boardbench.results.StoreException;

/**
 * Chooses the claims that a run is judged by: the file that was asked for, else the one that has
 * the experiment's name.
 */
final class ClaimsChoice {
  private static final String ENDING = ".claims.yaml";

  private final Optional<Path> wanted;
  private final List<String> notes = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  ClaimsChoice(Optional<Path> wanted) {
    this.wanted = wanted;
  }

  /**
   * Empty when nothing was asked for and there is no file, or none that can be read.
   *
   * @throws PlanException with every problem of the file that was asked for
   * @throws StoreException when that cannot be read, or the run says nothing of any claim in it
   */
  Optional<JudgedFile> judge(StoredRun run) throws IOException, PlanException {
    if (wanted.isPresent()) {
      return Optional.of(judge(run, wanted.get()));
    }
    Optional<Path> usual = usual(run).filter(Files::isRegularFile);
    if (usual.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(ClaimsReader.read(usual.get()).judged(RunStarts.of(run.stages())));
    } catch (PlanException e) {
      // Nobody asked for it, so it is no reason to refuse the run.
      e.problems().forEach(problem -> notes.add("Passed over: " + problem));
      return Optional.empty();
    }
  }

  private JudgedFile judge(StoredRun run, Path file) throws StoreException, PlanException {
    JudgedFile judged = ClaimsReader.read(file).judged(RunStarts.of(run.stages()));
    if (!judged.isAny()) {
      throw new StoreException(
          file
              + ": "
              + run.name()
              + " says nothing of any claim: "
              + judged.claims().getFirst().why());
    }
    problems.addAll(judged.problems());
    return judged;
  }

  private static Optional<Path> usual(StoredRun run) {
    String experiment = run.manifest().at("/plan/name").asString("");
    // It becomes part of a file's name.
    return Optional.of(experiment)
        .filter(name -> name.matches("[A-Za-z0-9][A-Za-z0-9._-]*"))
        .map(name ->
            Path.of(System.getProperty("boardbench.home", ""), "bench", "experiments")
                .resolve(name + ENDING));
  }

  /** What was passed over, and why; a line each. */
  List<String> notes() {
    return List.copyOf(notes);
  }

  /** What the file that was asked for names and the run does not have; a line each. */
  List<String> problems() {
    return List.copyOf(problems);
  }
}
