package org.boardbench.view.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.boardbench.clients.ClientEvent;
import org.boardbench.clients.PlannedHold;
import org.boardbench.plan.PlanOverrides;
import org.boardbench.plan.PlanReader;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.plan.model.StageSpec;
import org.boardbench.results.row.ClientRecord;
import org.junit.jupiter.api.Test;

class ClientShareViewTest {
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final List<PlannedHold> holds = new ArrayList<>();
  private long nowNs;
  private final ClientShareView view =
      new ClientShareView(new PrintStream(printed, true, StandardCharsets.UTF_8), () -> nowNs);

  /** The plan asks for 25 s of each; a JVM that starts for 20 s each time is known after one. */
  @Test
  void eachHoldTellsWhatItGaveAndHowLongTheOthersTakeByWhatTheirClientTookSoFar() throws Exception {
    plan("ours", "slow", "ours", "slow");

    view.accept(new ClientEvent.Preparation("Warming up the driver"));
    view.accept(new ClientEvent.HoldsPlanned(holds));
    play(0, Duration.ofSeconds(30), Optional.empty());
    play(1, Duration.ofSeconds(45), Optional.empty());
    play(2, Duration.ofSeconds(1), Optional.of("ours exited with status 3"));
    view.accept(new ClientEvent.HoldStarted(holds.get(3)));
    nowNs += Duration.ofSeconds(40).toNanos();
    view.accept(new ClientEvent.HoldEnded(holds.get(3), row(Optional.empty())));

    String nothing = "RTT p95 ? ms, lost ? of ?, CPU ? %; sentinels p95 ? ms, lost ? of ?";
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            """
            Warming up the driver
            4 holds, about 2 min
            1/4 tiny, 100 users, ours: %1$s; about 2 min left
            2/4 tiny, 100 users, slow: %1$s; about 75 s left
            3/4 tiny, 100 users, ours: failed: ours exited with status 3; about 45 s left
            4/4 tiny, 100 users, slow: %1$s; about 0 s left
            """
                .formatted(nothing));
  }

  private void plan(String... clients) throws Exception {
    ExperimentPlan plan =
        new PlanReader(Set.of("tiny"))
            .read(
                "specimen.yaml",
                "targets: [tiny]\nstages: [{ users: 100, ramp: 5s, hold: 20s }]\n",
                PlanOverrides.NONE);
    StageSpec stage = plan.stages().getFirst();
    for (String client : clients) {
      holds.add(new PlannedHold(plan.variants().getFirst(), stage, client, 1, holds.size() + 1));
    }
  }

  private void play(int hold, Duration taken, Optional<String> failure) {
    view.accept(new ClientEvent.HoldStarted(holds.get(hold)));
    nowNs += taken.toNanos();
    view.accept(new ClientEvent.HoldEnded(holds.get(hold), row(failure)));
  }

  private static ClientRecord row(Optional<String> failure) {
    return ClientRecord.unmeasured(
        new ClientRecord.Key("run", "tiny", "", Optional.empty(), 1, 1),
        new ClientRecord.Load(100, 10, 1, 300, 20, 2000),
        failure);
  }
}
