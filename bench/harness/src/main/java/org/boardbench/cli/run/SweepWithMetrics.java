package org.boardbench.cli.run;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.boardbench.core.ThisProgram;
import org.boardbench.input.InputException;
import org.boardbench.trial.Onlooker;
import org.boardbench.trial.Sweep;
import org.boardbench.trial.events.EventBus;
import org.boardbench.trial.events.EventConsumer;
import org.boardbench.trial.events.RunEvent;
import org.boardbench.view.metrics.live.LiveMetrics;

/** A run that serves its metrics, and a page to watch it on, while it lasts. */
final class SweepWithMetrics {
  private SweepWithMetrics() {}

  /**
   * Runs it.
   *
   * @param place is told where the run is
   * @param notes gets a line when there is neither though nobody turned them off, and when the run
   *     could not be shown as it was
   * @param onlooker looks on at every trial
   * @throws InputException when the run cannot begin; nothing has been started then
   * @throws IOException when results cannot be written
   */
  static Sweep.Outcome run(RunRequest request, RunPlace place, PrintStream notes, Onlooker onlooker)
      throws InputException, IOException {
    try (LiveMetrics metrics =
        LiveMetrics.serve(
            request.metricsPort(), request.hasDashboard(), ThisProgram.version(), notes)) {
      List<EventConsumer<RunEvent>> consumers = new ArrayList<>(metrics.consumers());
      consumers.add(request.view());
      consumers.add(place);
      EventBus<RunEvent> events = EventBus.to(consumers, notes::println);
      metrics
          .dashboard()
          .ifPresent(address -> events.publish(new RunEvent.DashboardOpened(address)));
      Sweep sweep =
          new Sweep(
              request.plan(),
              request.projectRoot(),
              events,
              request.skipped(),
              onlooker,
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
