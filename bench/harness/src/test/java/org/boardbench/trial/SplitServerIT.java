package org.boardbench.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.boardbench.driver.check.SplitWorkers;
import org.boardbench.plan.ExternalOptions;
import org.boardbench.plan.PlanOverrides;
import org.boardbench.plan.PlanReader;
import org.boardbench.plan.TrustOptions;
import org.boardbench.trial.events.EventBus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server whose workers share no broker, and one of which took all of the wire check. */
@Timeout(600)
class SplitServerIT {
  private static final int WIRE_CHECK = 18;

  @TempDir private Path folder;

  @Test
  void failsTheTrialByWhatTheUsersOfTheFirstStageDoNotGet() throws Exception {
    try (SplitWorkers server =
        new SplitWorkers(2, number -> number < WIRE_CHECK ? 0 : number % 2)) {
      ExternalOptions external =
          new ExternalOptions(
              server.uri().toString(), Optional.empty(), List.of(), TrustOptions.NONE);
      PlanOverrides small =
          new PlanOverrides(
              Map.of(
                  "--users", "6",
                  "--boards", "1",
                  "--rate", "20",
                  "--ramp", "200ms",
                  "--hold", "1s"),
              List.of());
      ProjectSpecimen.coldSweep(
              new PlanReader(Set.of()).readExternal(external, small), folder, EventBus.toNobody())
          .run(folder, Optional.of(folder.resolve("out")));
    }

    assertThat(ProjectSpecimen.rows(folder.resolve("out/trials.csv")))
        .singleElement()
        .satisfies(trial -> {
          assertThat(trial.get("status")).isEqualTo("failed");
          assertThat(trial.get("reason"))
              .matches(
                  "u0 and u\\d of board b0 do not reach each other: the server looks split into 2"
                      + " workers that share no broker \\((u\\d ){2}u\\d \\| (u\\d ){2}u\\d\\)");
        });
    assertThat(ProjectSpecimen.rows(folder.resolve("out/stages.csv"))).isEmpty();
  }
}
