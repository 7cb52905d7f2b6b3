package org.boardbench.sut.launch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.boardbench.core.Endpoint;
import org.boardbench.core.LoopbackPorts;
import org.boardbench.sut.manifest.TargetManifest;
import org.boardbench.sut.process.LaunchException;
import org.boardbench.sut.process.ProcessSet;

/** A way of bringing a target up. */
public interface Launcher {
  /**
   * Starts the target with its companions and waits until it answers its health check. Nothing is
   * left behind when this throws.
   *
   * @param log file that gets the output of target and companions, after what it already holds
   * @throws LaunchException when it does not become ready, with its last lines of output
   */
  RunningTarget launch(Path log, Duration readyDeadline, Duration stopDeadline)
      throws LaunchException, InterruptedException;

  /**
   * As processes of this machine, from the manifest's start commands, on fresh loopback ports.
   *
   * @param parameters a value for every parameter, from {@link TargetManifest#values}
   * @param processes ends what is still running when the harness ends
   * @param ports shared by all launches of a run
   */
  static Launcher process(
      TargetManifest manifest,
      Map<String, String> parameters,
      ProcessPlace place,
      ProcessSet processes,
      LoopbackPorts ports) {
    return process(manifest, parameters, place, processes, ports, Set.of());
  }

  /**
   * The same with relays.
   *
   * @param relayed the sides between which and the server one passes everything on: {@code
   *     FaultSpec.DRIVER}, or the name of a companion to which the server connects
   */
  static Launcher process(
      TargetManifest manifest,
      Map<String, String> parameters,
      ProcessPlace place,
      ProcessSet processes,
      LoopbackPorts ports,
      Set<String> relayed) {
    ProgramStarter starter = new ProcessStarter(manifest, place, processes);
    return new TargetLauncher(manifest, parameters, starter, ports, relayed);
  }

  /** Starts the programs of {@code manifest} in the way of {@code starter}. */
  static Launcher of(
      TargetManifest manifest,
      Map<String, String> parameters,
      ProgramStarter starter,
      LoopbackPorts ports) {
    return new TargetLauncher(manifest, parameters, starter, ports, Set.of());
  }

  /** A server that someone else started: nothing to launch, to sample, or to stop. */
  static Launcher external(Endpoint endpoint) {
    return new ExternalLauncher(endpoint);
  }
}
