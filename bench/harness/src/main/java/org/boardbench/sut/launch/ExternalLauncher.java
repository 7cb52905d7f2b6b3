package org.boardbench.sut.launch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.boardbench.core.Endpoint;
import org.boardbench.host.sampling.Component;

/** For a server that someone else started and will stop; the driver finds out whether it lives. */
record ExternalLauncher(Endpoint endpoint) implements Launcher {
  @Override
  public RunningTarget launch(Path log, Duration readyDeadline, Duration stopDeadline) {
    return new ExternalTarget(endpoint);
  }

  private record ExternalTarget(Endpoint endpoint) implements RunningTarget {
    @Override
    public List<Component> components() {
      return List.of();
    }

    @Override
    public boolean isAlive() {
      return true;
    }

    @Override
    public Optional<String> failure() {
      return Optional.empty();
    }

    @Override
    public List<String> lastLines(int count) {
      return List.of();
    }

    @Override
    public void close() {}
  }
}
