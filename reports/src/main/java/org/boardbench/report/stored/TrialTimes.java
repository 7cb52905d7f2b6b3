package org.boardbench.report.stored;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.boardbench.findings.within.StartTimes;
import org.boardbench.results.FileNames;

/** The times within the trials of a run, read from their folders. */
public final class TrialTimes {
  private TrialTimes() {}

  /**
   * By the trial's id; a trial whose log was not kept is not there.
   *
   * @param folder the run's
   */
  public static Map<String, StartTimes> read(StoredRun run, Path folder) throws IOException {
    Map<String, StartTimes> times = new HashMap<>();
    for (StoredTrial trial : run.trials()) {
      StartTimes ofTrial = StartTimes.read(folder.resolve(FileNames.TRIALS).resolve(trial.id()));
      if (ofTrial.isAny()) {
        times.put(trial.id(), ofTrial);
      }
    }
    return times;
  }
}
