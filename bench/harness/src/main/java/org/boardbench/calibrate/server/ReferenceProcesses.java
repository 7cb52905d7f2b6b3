package org.boardbench.calibrate.server;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.boardbench.core.LoopbackPorts;
import org.boardbench.host.command.HostEnvironment;
import org.boardbench.input.InputException;
import org.boardbench.plan.model.DeadlineSpec;
import org.boardbench.sut.launch.Launcher;
import org.boardbench.sut.launch.ProcessPlace;
import org.boardbench.sut.launch.RunningTarget;
import org.boardbench.sut.manifest.TargetManifest;
import org.boardbench.sut.process.LaunchException;
import org.boardbench.sut.process.ProcessSet;

/** Reference servers as processes of their own, so that what they use can be told apart. */
public final class ReferenceProcesses implements RunningReference.Source {
  private final TargetManifest manifest;
  private final HostEnvironment host;
  private final ProcessSet processes;
  private final DeadlineSpec deadlines;
  private final Path log;
  private final LoopbackPorts ports = new LoopbackPorts();

  /**
   * @param log gets the output of all of them
   */
  public ReferenceProcesses(
      TargetManifest manifest,
      HostEnvironment host,
      ProcessSet processes,
      DeadlineSpec deadlines,
      Path log) {
    this.manifest = manifest;
    this.host = host;
    this.processes = processes;
    this.deadlines = deadlines;
    this.log = log;
  }

  @Override
  public RunningReference start(Map<String, String> parameters)
      throws LaunchException, InterruptedException {
    RunningTarget target =
        Launcher.process(
                manifest, values(parameters), ProcessPlace.anywhere(host), processes, ports)
            .launch(log, deadlines.ready(), deadlines.stop());
    return new ReferenceProcess(target, new CountsClient(target.endpoint().uri()));
  }

  private Map<String, String> values(Map<String, String> parameters) {
    try {
      return manifest.values(parameters);
    } catch (InputException e) {
      throw new CaseFailure(e.getMessage());
    }
  }

  private record ReferenceProcess(RunningTarget target, CountsClient client)
      implements RunningReference {
    @Override
    public ServerCounts counts() {
      Optional<String> ending = target.failure();
      if (ending.isPresent()) {
        throw new CaseFailure("the reference server " + ending.get());
      }
      return client.counts();
    }

    @Override
    public void resetCounts() {
      client.reset();
    }

    @Override
    public void close() {
      target.close();
    }
  }
}
