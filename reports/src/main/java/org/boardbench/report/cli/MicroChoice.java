package org.boardbench.report.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.boardbench.report.explain.Explainer;
import org.boardbench.report.explain.Explanation;
import org.boardbench.report.stored.MicroReader;
import org.boardbench.report.stored.StoredMicro;
import org.boardbench.report.stored.StoredRun;
import org.boardbench.results.StoreException;

/**
 * Chooses the run of the microbenchmarks that a run is explained by: the one that was asked for,
 * else the one that is kept in the run's own folder, else the newest one of the same machine.
 */
final class MicroChoice {
  private static final String OWN = "micro";

  private final Path results;
  private final List<String> notes = new ArrayList<>();

  /**
   * @param results the folder of all runs
   */
  MicroChoice(Path results) {
    this.results = results;
  }

  /**
   * Empty when nothing was asked for and there is none that fits.
   *
   * @param folder of the run
   * @param wanted the folder that was asked for
   * @throws StoreException when the one that was asked for, or is the run's own, cannot be read
   */
  Optional<Explanation> explain(StoredRun run, Path folder, Optional<Path> wanted)
      throws IOException, StoreException {
    Path own = folder.resolve(OWN);
    if (wanted.isPresent() || MicroReader.isMicro(own)) {
      StoredMicro micro = MicroReader.read(wanted.orElse(own));
      return Optional.of(new Explainer(run, micro).explanation());
    }
    for (Path candidate : NewestRun.microsIn(results)) {
      Optional<Explainer> explainer = explainer(run, candidate);
      if (explainer.isPresent()) {
        return explainer.map(Explainer::explanation);
      }
    }
    return Optional.empty();
  }

  /** What was passed over, and why; a line each. */
  List<String> notes() {
    return List.copyOf(notes);
  }

  private Optional<Explainer> explainer(StoredRun run, Path candidate) {
    try {
      return Optional.of(new Explainer(run, MicroReader.read(candidate)))
          .filter(Explainer::isApplicable);
    } catch (StoreException e) {
      // Nobody asked for it, so it is no reason to refuse the run.
      notes.add("Passed over: " + e.getMessage());
      return Optional.empty();
    }
  }
}
