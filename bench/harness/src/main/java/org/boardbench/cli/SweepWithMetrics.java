package org.boardbench.cli;

import java.io.IOException;
import java.io.PrintStream;
import org.boardbench.live.LiveMetrics;
import org.boardbench.plan.PlanException;
import org.boardbench.trial.RunListener;
import org.boardbench.trial.Sweep;

/** A run that serves its metrics while it lasts. */
final class SweepWithMetrics {
  private SweepWithMetrics() {}

  /**
   * Runs it.
   *
   * @param notes gets a line when there are no metrics though nobody turned them off
   */
  static Sweep.Outcome run(RunRequest request, PrintStream notes)
      throws PlanException, IOException {
    try (LiveMetrics metrics = LiveMetrics.serve(request.metricsPort(), Version.number(), notes)) {
      Sweep sweep =
          new Sweep(
              request.plan(),
              request.projectRoot(),
              RunListener.all(metrics.listener(), request.view()));
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
