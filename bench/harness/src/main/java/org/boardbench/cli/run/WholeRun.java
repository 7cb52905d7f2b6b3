package org.boardbench.cli.run;

import java.io.IOException;
import org.boardbench.cli.exit.ExitStatus;
import org.boardbench.input.InputException;
import org.boardbench.profile.ProfilingOnlooker;
import org.boardbench.trial.Onlooker;

/** A run from what was asked for to its last word. */
public final class WholeRun {
  private WholeRun() {}

  /**
   * Runs it, without the variants that this machine cannot start.
   *
   * @param onlooker looks on at every trial but those that are there for a profile
   * @return an {@link ExitStatus}
   * @throws InputException when the run cannot begin; nothing has been started then
   * @throws IOException when results cannot be stored; the message is one line for a person
   */
  public static int execute(RunRequest asked, Onlooker onlooker)
      throws InputException, IOException {
    RunRequest request;
    try {
      request = MissingTools.skipped(asked);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitStatus.INTERRUPTED;
    }
    if (request.plan().variants().isEmpty()) {
      request.skipped().forEach(variant -> System.err.println(variant.line()));
      return ExitStatus.FAILED;
    }
    RunPlace place = new RunPlace();
    int status;
    try (ProfilingOnlooker profiling = new ProfilingOnlooker(onlooker)) {
      status =
          switch (SweepWithMetrics.run(request, place, System.err, profiling)) {
            case ALL_OK -> request.lacksWhatWasNamed() ? ExitStatus.FAILED : ExitStatus.OK;
            case SOME_FAILED -> ExitStatus.FAILED;
            case INTERRUPTED -> ExitStatus.INTERRUPTED;
          };
    }
    return status == ExitStatus.INTERRUPTED || place.started().isEmpty()
        ? status
        : new RunEnd(request, place.started().get().runId(), place.started().get().run())
            .tell(status, System.out);
  }
}
