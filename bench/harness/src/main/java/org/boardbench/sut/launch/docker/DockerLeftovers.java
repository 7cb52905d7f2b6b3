package org.boardbench.sut.launch.docker;

import java.util.ArrayList;
import java.util.List;
import org.boardbench.host.command.HostEnvironment;
import org.boardbench.sut.process.TrialMarker;

/**
 * Containers that an earlier harness left behind because it was killed with no time to end them.
 */
public final class DockerLeftovers {
  private DockerLeftovers() {}

  /**
   * Removes every container whose label names a harness that certainly lives no more; not those of
   * a harness on another machine, of another boot or in another pid namespace, which may use the
   * same engine. Does nothing where there is no engine.
   *
   * @return their names
   */
  public static List<String> remove(HostEnvironment host) throws InterruptedException {
    DockerEngine engine = new DockerEngine(host);
    List<String> removed = new ArrayList<>();
    if (host.which(DockerEngine.PROGRAM).isEmpty()) {
      return removed;
    }
    for (DockerEngine.Labelled container : engine.containersWith(Labels.TRIAL)) {
      boolean isOurs =
          TrialMarker.parse(container.value()).filter(TrialMarker::isOfDeadHarness).isPresent();
      if (isOurs && engine.remove(container.name()).isEmpty()) {
        removed.add(container.name());
      }
    }
    return removed;
  }
}
