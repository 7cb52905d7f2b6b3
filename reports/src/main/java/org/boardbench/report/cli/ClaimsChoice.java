package org.boardbench.report.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.boardbench.input.InputException;
import org.boardbench.report.claims.JudgedFile;
import org.boardbench.report.claims.MeasuredRun;
import org.boardbench.report.claims.reading.ClaimsReader;
import org.boardbench.report.stored.NoiseFloors;
import org.boardbench.report.stored.StoredRun;
import org.boardbench.results.StoreException;

/**
 * Chooses the claims that a run is judged by: the file that was asked for, else the one that has
 * the experiment's name.
 */
final class ClaimsChoice {
  private static final String ENDING = ".claims.yaml";

  private final Optional<Path> wanted;
  private final Path experiments;
  private final List<String> notes = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  /**
   * @param wanted the file that was asked for
   * @param experiments the folder of experiments, each with its claims beside it
   */
  ClaimsChoice(Optional<Path> wanted, Path experiments) {
    this.wanted = wanted;
    this.experiments = experiments;
  }

  /**
   * Empty when nothing was asked for, and there is no file of the experiment's name that can be
   * read and says something of the run.
   *
   * @throws InputException with every problem of the file that was asked for
   * @throws StoreException when that cannot be read, or the run says nothing of any claim in it
   */
  Optional<JudgedFile> judge(StoredRun run, NoiseFloors floors)
      throws StoreException, InputException {
    MeasuredRun measured = new MeasuredRun(run.starts(), floors.floors(), floors.words());
    if (wanted.isPresent()) {
      JudgedFile judged = ClaimsReader.read(wanted.get()).judged(measured);
      if (!judged.isAny()) {
        throw new StoreException(wanted.get() + ": " + saysNothing(run, judged));
      }
      problems.addAll(judged.problems());
      return Optional.of(judged);
    }
    Optional<Path> usual = usual(run).filter(Files::isRegularFile);
    if (usual.isEmpty()) {
      return Optional.empty();
    }
    try {
      JudgedFile judged = ClaimsReader.read(usual.get()).judged(measured);
      if (judged.isAny()) {
        return Optional.of(judged);
      }
      notes.add("Passed over " + judged.file().name() + ": " + saysNothing(run, judged) + ".");
    } catch (InputException e) {
      // Nobody asked for it, so it is no reason to refuse the run.
      e.problems().forEach(problem -> notes.add("Passed over: " + problem));
    }
    return Optional.empty();
  }

  private static String saysNothing(StoredRun run, JudgedFile judged) {
    String first =
        judged.problems().isEmpty()
            ? judged.main().claims().getFirst().why()
            : judged.problems().getFirst();
    return run.name() + " says nothing of any claim; " + first;
  }

  private Optional<Path> usual(StoredRun run) {
    String experiment = run.manifest().at("/plan/name").asString("");
    // It becomes part of a file's name.
    return Optional.of(experiment)
        .filter(name -> name.matches("[A-Za-z0-9][A-Za-z0-9._-]*"))
        .map(name -> experiments.resolve(name + ENDING));
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
