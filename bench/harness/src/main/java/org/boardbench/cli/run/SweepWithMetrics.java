package org.boardbench.cli.run;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import org.boardbench.core.ThisProgram;
import org.boardbench.input.InputException;
import org.boardbench.trial.Sweep;
import org.boardbench.trial.events.EventBus;
import org.boardbench.view.metrics.live.LiveMetrics;

/** A run that serves its metrics while it lasts. */
public final class SweepWithMetrics {
  private SweepWithMetrics() {}

  /**
   * Runs it.
   *
   * @param place is told where the run is
   * @param notes gets a line when there are no metrics though nobody turned them off, and when the
   *     run could not be shown as it was
   * @throws InputException when the run cannot begin; nothing has been started then
   * @throws IOException when results cannot be written
   */
  public static Sweep.Outcome run(RunRequest request, RunPlace place, PrintStream notes)
      throws InputException, IOException {
    try (LiveMetrics metrics =
        LiveMetrics.serve(request.metricsPort(), ThisProgram.version(), notes)) {
      Sweep sweep =
          new Sweep(
              request.plan(),
              request.projectRoot(),
              EventBus.to(List.of(metrics.consumer(), request.view(), place), notes::println),
              request.skipped(),
              request.agents());
      Sweep.Outcome outcome =
          request.resume().isPresent()
              ? sweep.resume(request.resume().get())
              : sweep.run(request.results(), request.out());
      // Who breaks a run off does not want to wait.
      if (outcome != Sweep.Outcome.INTERRUPTED) {
        metrics.awaitLastScrape();
      }
      return outcome;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Sweep.Outcome.INTERRUPTED;
    }
  }
}
