package org.boardbench.view.dashboard;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.boardbench.driver.stage.DriverListener.Progress;
import org.boardbench.host.placement.PoliteThread;
import org.boardbench.host.sampling.ResourceSnapshot;
import org.boardbench.plan.PlanTree;
import org.boardbench.plan.model.StageSpec;
import org.boardbench.store.StageCells;
import org.boardbench.store.StageRow;
import org.boardbench.store.TrialId;
import org.boardbench.store.TrialRow;
import org.boardbench.store.file.JsonText;
import org.boardbench.trial.events.EventConsumer;
import org.boardbench.trial.events.RunEvent;
import org.boardbench.view.terminal.Preparations;
import org.boardbench.view.terminal.TimeLeft;
import org.boardbench.view.terminal.table.ResultTable;
import org.boardbench.view.web.EventLog;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells pages of a run as it goes on. Called on a thread of its own, which lets all others go
 * first: where the machine has no time for it, seconds are told late, and are right when their
 * stage has ended.
 */
public final class LiveFeed implements EventConsumer<RunEvent> {
  private static final String TIME = "time";

  private final RunFeed feed;
  private final LongSupplier nowNs;
  private final LongSupplier wallClockMs;
  private final Runnable onItsThread;
  private boolean isOnItsThread;
  private TimeLeft timeLeft;
  private StageCells cells;
  private SecondsUnderWay seconds = new SecondsUnderWay();
  private int position;
  private String trial = "";
  private int stage;
  private String phase = "";

  /**
   * Greets whoever comes.
   *
   * @param log gets everything
   * @param version of the harness
   */
  public LiveFeed(EventLog log, String version) {
    this(log, version, System::nanoTime, System::currentTimeMillis, PoliteThread::become);
  }

  /**
   * @param nowNs any monotonic clock
   * @param wallClockMs ms of the Unix epoch
   * @param onItsThread is called once, before the first event
   */
  LiveFeed(
      EventLog log,
      String version,
      LongSupplier nowNs,
      LongSupplier wallClockMs,
      Runnable onItsThread) {
    this.feed = new RunFeed(log);
    this.nowNs = nowNs;
    this.wallClockMs = wallClockMs;
    this.onItsThread = onItsThread;
    feed.hello(true, version);
  }

  @Override
  public String name() {
    return "The dashboard";
  }

  /** What it tells late of a stage is whole when that has ended. */
  @Override
  public boolean isToKeepUp() {
    return false;
  }

  @Override
  public void accept(RunEvent event) throws IOException {
    if (!isOnItsThread) {
      onItsThread.run();
      isOnItsThread = true;
    }
    switch (event) {
      case RunEvent.DashboardOpened _ -> {}
      case RunEvent.Preparation step -> feed.note(Preparations.line(step));
      case RunEvent.Noted(String sentence) -> feed.note(sentence);
      case RunEvent.RunStarted run -> start(run);
      case RunEvent.DriverWarmUpStarted() -> feed.note("The driver warms up");
      case RunEvent.TrialStarted(TrialId id, String task) -> start(id, task);
      case RunEvent.StageStarted started -> start(started);
      case RunEvent.StageProgressed(Progress progress) -> {
        seconds.joined(progress.users());
        phase = progress.phase();
      }
      case RunEvent.ResourcesSampled sample -> sampled(sample.snapshot());
      case RunEvent.StageEnded(StageRow row) -> end(row);
      case RunEvent.TrialEnded(TrialRow row) -> end(row);
      case RunEvent.RunEnded(Path run) -> feed.over(ResultTable.summary(run), run.toString());
    }
  }

  private void start(RunEvent.RunStarted run) {
    timeLeft = new TimeLeft(run, nowNs);
    cells = new StageCells(run.runId(), run.plan());
    JsonNode plan = JsonText.MAPPER.valueToTree(PlanTree.of(run.plan()));
    ObjectNode event = timed();
    event.put("id", run.runId());
    event.put("folder", run.run().toString());
    if (run.plan().capacity().isEmpty()) {
      event.put("trials", run.trials().size());
      event.put("at_most", timeLeft.isAtMost());
    }
    ArrayNode variants = event.putArray("variants");
    run.plan().variants().forEach(variant -> variants.add(variant.name()));
    feed.run(plan, event);
  }

  private void start(TrialId id, String task) {
    timeLeft.trialStarted();
    position++;
    trial = id.id();
    stage = 0;
    phase = "";
    seconds = new SecondsUnderWay();
    ObjectNode event = timed();
    event.put("id", id.id());
    event.put("target", id.target());
    event.put("repetition", id.repetition());
    event.put("position", position);
    event.put("task", task);
    feed.tell("trial", event);
  }

  private void start(RunEvent.StageStarted started) {
    stage = started.number();
    phase = "ramp";
    if (stage > 0) {
      seconds.stageStarted(started.snapshot());
    }
    StageSpec spec = started.stage();
    ObjectNode event = timed();
    event.put("trial", trial);
    event.put("stage", stage);
    event.put("users", spec.users());
    event.put("ramp_s", spec.ramp().toMillis() / 1e3);
    event.put("hold_s", spec.hold().toMillis() / 1e3);
    feed.tell("stage", event);
  }

  private void sampled(ResourceSnapshot snapshot) {
    seconds
        .sampled(snapshot)
        .ifPresent(second ->
            feed.second(
                timed().put("trial", trial).put("stage", stage).put("phase", phase), second));
  }

  private void end(StageRow row) {
    feed.seconds(trial, stage, seconds.ended(cells.seconds(row)));
    feed.row(timed(), cells.row(row));
  }

  private void end(TrialRow row) {
    timeLeft.trialEnded(row.status() == TrialRow.Status.OK);
    String status = row.status().name().toLowerCase(Locale.ROOT);
    feed.end(timed(), row.trial().id(), status, row.reason());
  }

  /** An event that says when it was, and how long the run takes. */
  private ObjectNode timed() {
    ObjectNode event = RunFeed.event();
    ObjectNode time = event.putObject(TIME);
    time.put("at_ms", wallClockMs.getAsLong());
    time.put("elapsed_s", seconds(timeLeft.elapsed()));
    if (timeLeft.isKnown()) {
      time.put("left_s", seconds(timeLeft.remaining()));
    }
    return event;
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1e3;
  }
}
