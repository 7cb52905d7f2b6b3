package org.boardbench.trial.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.boardbench.core.LoopbackPorts;
import org.boardbench.core.RunClock;
import org.boardbench.host.cgroup.OwnGroups;
import org.boardbench.host.command.HostEnvironment;
import org.boardbench.host.sampling.Component;
import org.boardbench.input.InputException;
import org.boardbench.plan.PlanOverrides;
import org.boardbench.plan.PlanReader;
import org.boardbench.plan.model.FaultSpec;
import org.boardbench.plan.model.LimitsSpec;
import org.boardbench.plan.model.StageSpec;
import org.boardbench.results.row.FaultEvent;
import org.boardbench.sut.launch.Launcher;
import org.boardbench.sut.launch.ProcessPlace;
import org.boardbench.sut.launch.RunningTarget;
import org.boardbench.sut.manifest.TargetManifest;
import org.boardbench.sut.process.ProcessSet;
import org.boardbench.sut.process.Specimens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server and its companion, as real processes, to be made to fail. */
@Timeout(600)
abstract class FaultScene {
  static final long MS = 1_000_000;

  @TempDir Path temporary;
  final List<Component> restarted = Collections.synchronizedList(new ArrayList<>());
  RunningTarget target;
  private final ProcessSet processes = ProcessSet.endingWithTheHarness();
  private final RunClock clock = RunClock.startingNow();

  @BeforeEach
  void launch() throws Exception {
    target = launched(Specimens.manifest("healthy"));
  }

  final RunningTarget launched(TargetManifest manifest) throws Exception {
    HostEnvironment host = HostEnvironment.of(temporary);
    return Launcher.process(
            manifest,
            manifest.values(Map.of()),
            new ProcessPlace(host, host, OwnGroups.find(), LimitsSpec.NONE),
            processes,
            new LoopbackPorts(),
            Set.of(FaultSpec.DRIVER, "store"))
        .launch(temporary.resolve("log"), Duration.ofSeconds(60), Duration.ofSeconds(20));
  }

  @AfterEach
  void endEverything() {
    target.close();
    processes.close();
    assertThat(Specimens.processesOfThisHarness()).isEmpty();
  }

  final FaultInjector inject(String fault) throws InputException {
    StageSpec stage =
        new PlanReader(Set.of("healthy"))
            .read(
                "f.yaml",
                "targets: [healthy]\nstages: [{ users: 9, hold: 1h, faults: [{ %s }] }]"
                    .formatted(fault),
                PlanOverrides.NONE)
            .stages()
            .getFirst();
    FaultSubject subject =
        new FaultSubject() {
          @Override
          public RunningTarget target() {
            return target;
          }

          @Override
          public int cut(int sharePct, long seed) {
            return sharePct;
          }

          @Override
          public void restarted(Component component) {
            restarted.add(component);
          }
        };
    return FaultInjector.start(stage, 1, 42, clock.nowNs(), subject, clock);
  }

  final FaultEvent come(String fault) throws Exception {
    try (FaultInjector injector = inject(fault)) {
      List<FaultEvent> events = injector.await();
      assertThat(injector.failure()).isEmpty();
      return events.getFirst();
    }
  }
}
