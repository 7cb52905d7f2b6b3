package org.boardbench.sut.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.boardbench.core.LoopbackPorts;
import org.boardbench.host.cgroup.OwnGroups;
import org.boardbench.host.command.HostEnvironment;
import org.boardbench.plan.model.LimitsSpec;
import org.boardbench.sut.launch.Launcher;
import org.boardbench.sut.launch.ProcessPlace;
import org.boardbench.sut.manifest.TargetManifest;

/** A harness that launches a target and then waits to be ended. */
final class HarnessSpecimen {
  private HarnessSpecimen() {}

  /**
   * Launches and waits.
   *
   * @param args a folder for the log; then {@code wait}, or {@code throw} to end by an exception
   */
  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    TargetManifest manifest = Specimens.manifest("healthy");
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
        .launch(folder.resolve("log"), Duration.ofSeconds(60), Duration.ofSeconds(5));
    System.out.println("ready");
    if (args[1].equals("throw")) {
      throw new IllegalStateException("a bug");
    }
    Thread.sleep(Duration.ofMinutes(2));
  }
}
