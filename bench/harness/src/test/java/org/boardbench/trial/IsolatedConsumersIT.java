package org.boardbench.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.apache.commons.csv.CSVRecord;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.reference.FaultScript;
import org.boardbench.reference.ReferenceServer;
import org.boardbench.trial.events.EventBus;
import org.boardbench.trial.events.EventConsumer;
import org.boardbench.trial.events.RunEvent;
import org.boardbench.view.terminal.ProgressView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whoever watches a run, it measures the same. */
@Timeout(600)
class IsolatedConsumersIT {
  private static final Set<String> EXACT =
      Set.of("trial_id", "stage", "joined", "sent", "expected", "delivered", "lost");

  @TempDir private Path folder;
  private final ReferenceServer server = ReferenceServer.start(FaultScript.none());

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aConsumerThatFailsAndOneThatHangsChangeNoRowAndTheTerminalShowsEverything()
      throws Exception {
    ByteArrayOutputStream shown = new ByteArrayOutputStream();
    List<String> notes = Collections.synchronizedList(new ArrayList<>());
    ProgressView terminal =
        ProgressView.full(
            new PrintStream(shown, true, StandardCharsets.UTF_8), OptionalInt.empty());

    assertThat(run("alone", EventBus.toNobody())).isEqualTo(Sweep.Outcome.ALL_OK);
    assertThat(run("watched", EventBus.to(List.of(new Fails(), new Hangs(), terminal), notes::add)))
        .isEqualTo(Sweep.Outcome.ALL_OK);

    assertThat(rows("watched")).hasSize(4).isEqualTo(rows("alone"));
    assertThat(shown.toString(StandardCharsets.UTF_8))
        .containsSubsequence(
            "2 trials of 2 stages",
            "1/2 external: repetition 1 starts",
            "1/2 external: stage 1/2, 2 users\n",
            "1/2 external: stage 1/2, 2 users done",
            "1/2 external: stage 2/2, 4 users\n",
            "1/2 external: stage 2/2, 4 users done",
            "1/2 external: ok",
            "2/2 external: stage 2/2, 4 users done",
            "2/2 external: ok",
            "Results: " + folder.resolve("watched") + "\n");
    assertThat(notes)
        .anyMatch(note -> note.startsWith("What fails failed at "))
        .anyMatch(note -> note.startsWith("What hangs hung and missed the last "))
        .noneMatch(note -> note.matches("The terminal (failed|hung) .*"));
  }

  private Sweep.Outcome run(String out, EventBus<RunEvent> events) throws Exception {
    ExperimentPlan plan =
        ProjectSpecimen.external(
            server,
            Map.of(
                "--users", "2,4",
                "--repetitions", "2",
                "--ramp", "200ms",
                "--rate", "20",
                "--hold", "1s"));
    return ProjectSpecimen.coldSweep(plan, folder, events)
        .run(folder, Optional.of(folder.resolve(out)));
  }

  /** What of each row does not hang on the machine. */
  private List<Map<String, String>> rows(String out) throws Exception {
    List<Map<String, String>> rows = new ArrayList<>();
    for (CSVRecord row : ProjectSpecimen.rows(folder.resolve(out).resolve("stages.csv"))) {
      Map<String, String> exact = row.toMap();
      exact.keySet().retainAll(EXACT);
      rows.add(exact);
    }
    return rows;
  }

  private record Fails() implements EventConsumer<RunEvent> {
    @Override
    public String name() {
      return "What fails";
    }

    @Override
    public void accept(RunEvent event) {
      throw new AssertionError(event);
    }
  }

  private record Hangs(CountDownLatch never) implements EventConsumer<RunEvent> {
    Hangs() {
      this(new CountDownLatch(1));
    }

    @Override
    public String name() {
      return "What hangs";
    }

    @Override
    public void accept(RunEvent event) {
      try {
        never.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
