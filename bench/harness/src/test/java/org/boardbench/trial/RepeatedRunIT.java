package org.boardbench.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.commons.csv.CSVRecord;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.store.ResultStore;
import org.boardbench.trial.events.EventBus;
import org.boardbench.trial.events.EventConsumer;
import org.boardbench.trial.events.Heard;
import org.boardbench.trial.events.RunEvent;
import org.boardbench.view.metrics.live.LiveMetrics;
import org.boardbench.view.metrics.live.MetricsPort;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs whose end is sure, whatever else the machine does. */
@Timeout(600)
class RepeatedRunIT {
  @TempDir private Path folder;
  private ProjectSpecimen project;

  @BeforeEach
  void layOutTheProject() throws IOException {
    project = new ProjectSpecimen(folder);
  }

  /** Every message takes 200 ms and little more, so that starts hardly differ. */
  @Test
  void aRunEndsOnceItsFiguresAreKnownWellEnoughAndIsWhole() throws Exception {
    ExperimentPlan plan = plan("delayed", "{ least: 3, most: 4, until: 1000% }");
    Heard<RunEvent> heard = new Heard<>();

    assertThat(run(plan, heard)).isEqualTo(Sweep.Outcome.ALL_OK);

    assertThat(repetitions()).containsExactly("1", "2", "3");
    assertThat(heard.all(RunEvent.Noted.class))
        .extracting(RunEvent.Noted::sentence)
        .contains("repetition 3 of at most 4: all figures are within ± 1000 %");
    assertThat(json())
        .contains("\"after\" : 3", "\"is_enough\" : true", "all figures are within ± 1000 %");
    assertThat(ResultStore.confidenceOf(out())).isEqualTo(0.975);

    Heard<RunEvent> again = new Heard<>();
    assertThat(ProjectSpecimen.coldSweep(plan, project.root(), again.bus()).resume(out()))
        .isEqualTo(Sweep.Outcome.ALL_OK);
    assertThat(again.all(RunEvent.TrialStarted.class)).as("nothing is left").isEmpty();
  }

  @Test
  void aRunWhoseFiguresAreNotKnownReachesItsCapAndIsWholeToo() throws Exception {
    ExperimentPlan plan = plan("board", "{ least: 3, most: 4, until: 0.1% }");
    Heard<RunEvent> heard = new Heard<>();
    WeakReference<byte[]> garbage = new WeakReference<>(new byte[1]);

    assertThat(run(plan, heard)).isEqualTo(Sweep.Outcome.ALL_OK);

    assertThat(repetitions()).containsExactly("1", "2", "3", "4");
    assertThat(heard.all(RunEvent.Noted.class))
        .extracting(RunEvent.Noted::sentence)
        .anyMatch(sentence -> sentence.startsWith("repetition 3 of at most 4: board "))
        .anyMatch(sentence -> sentence.startsWith("repetition 4 of at most 4: board "));
    assertThat(json()).contains("\"after\" : 4", "\"is_enough\" : true");
    assertThat(garbage.get()).as("is collected before a trial, and not amid a stage").isNull();
  }

  /** A driver is some twenty MiB, so that a run of a night would end for want of memory. */
  @Test
  void whoShowsARunHoldsNoDriverOfATrialThatIsOver() throws Exception {
    MetricsPort anyPort = new MetricsPort(OptionalInt.of(0), true);
    PrintStream silent = new PrintStream(OutputStream.nullOutputStream());
    Drivers drivers = new Drivers();

    try (LiveMetrics shown = LiveMetrics.serve(anyPort, true, "1", silent)) {
      List<EventConsumer<RunEvent>> told = new ArrayList<>(shown.consumers());
      told.add(drivers);
      try (EventBus<RunEvent> events = EventBus.to(told, sentence -> {})) {
        Sweep sweep = ProjectSpecimen.coldSweep(plan("board", "2"), project.root(), events);
        assertThat(sweep.run(project.results(), Optional.of(out())))
            .isEqualTo(Sweep.Outcome.ALL_OK);
      }

      System.gc();
      assertThat(drivers.counted)
          .hasSize(2)
          .allSatisfy(stage -> assertThat(stage.get()).as("of a stage that is over").isNull());
      assertThat(shown.uri()).as("still there").isPresent();
    }
  }

  /** Keeps of each stage only whether somebody else holds what counts it. */
  private static final class Drivers implements EventConsumer<RunEvent> {
    private final List<WeakReference<Object>> counted = new ArrayList<>();

    @Override
    public String name() {
      return "The test";
    }

    @Override
    public void accept(RunEvent event) {
      if (event instanceof RunEvent.StageStarted stage) {
        counted.add(new WeakReference<>(stage.snapshot()));
      }
    }
  }

  private ExperimentPlan plan(String target, String repetitions) throws Exception {
    return project.plan(
        """
        targets: [%s]
        repetitions: %s
        workload: { boards: 1, rate: 20 }
        stages: [ { users: 3, ramp: 200ms, hold: 1s } ]
        validity: { samples: 1, percentile: 50, sent: 0, send-delay: 1m, driver-cpu: 100,
          stall: 1m, run-delay: 100, steal: 100, drift: 10000, connect-failures: 100,
          clock-step: 1m, backpressure: 100, foreign-load: 100 }
        """
            .formatted(target, repetitions));
  }

  private Sweep.Outcome run(ExperimentPlan plan, Heard<RunEvent> heard) throws Exception {
    return ProjectSpecimen.coldSweep(plan, project.root(), heard.bus())
        .run(project.results(), Optional.of(out()));
  }

  private Path out() {
    return folder.resolve("out");
  }

  private String json() throws IOException {
    return Files.readString(out().resolve("run.json"));
  }

  private List<String> repetitions() throws IOException {
    List<CSVRecord> rows = ProjectSpecimen.rows(out().resolve("stages.csv"));
    return rows.stream().map(row -> row.get("repetition")).toList();
  }
}
