package org.boardbench.sut.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.boardbench.core.LoopbackPorts;
import org.boardbench.host.cgroup.OwnGroups;
import org.boardbench.host.command.HostEnvironment;
import org.boardbench.host.sampling.Component;
import org.boardbench.plan.model.LimitsSpec;
import org.boardbench.sut.launch.Launcher;
import org.boardbench.sut.launch.ProcessPlace;
import org.boardbench.sut.launch.RunningTarget;
import org.boardbench.sut.manifest.TargetManifest;

/** A harness that launches a target, may stop its processes, and then waits to be ended. */
final class HarnessSpecimen {
  private HarnessSpecimen() {}

  /**
   * Launches and waits.
   *
   * @param args a folder for the log; then {@code wait}, {@code throw} to end by an exception, or
   *     {@code stop} to stop all processes before it waits, {@code guard} to have it guarded
   */
  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    if (args[1].equals("guard")) {
      OrphanGuard.start(HostEnvironment.of(folder));
    }
    TargetManifest manifest = Specimens.manifest("healthy");
    RunningTarget target =
        Launcher.process(
                manifest,
                manifest.values(Map.of()),
                new ProcessPlace(
                    HostEnvironment.of(folder),
                    HostEnvironment.of(folder),
                    OwnGroups.find(),
                    LimitsSpec.NONE),
                ProcessSet.endingWithTheHarness(),
                new LoopbackPorts())
            .launch(folder.resolve("log"), Duration.ofSeconds(60), Duration.ofMinutes(5));
    if (args[1].equals("stop")) {
      for (String part : List.of(Component.SERVER, "store")) {
        target.part(part).orElseThrow().processes().forEach(p -> Signal.STOP.send(p.pid()));
      }
    }
    System.out.println("ready");
    if (args[1].equals("throw")) {
      throw new IllegalStateException("a bug");
    }
    Thread.sleep(Duration.ofMinutes(2));
  }
}
