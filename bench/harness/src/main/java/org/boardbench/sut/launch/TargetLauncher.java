package org.boardbench.sut.launch;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boardbench.core.LoopbackPorts;
import org.boardbench.host.sampling.Component;
import org.boardbench.host.sampling.TrafficMetrics;
import org.boardbench.sut.manifest.Placeholders;
import org.boardbench.sut.manifest.TargetManifest;
import org.boardbench.sut.manifest.TargetManifest.CompanionManifest;
import org.boardbench.sut.process.LaunchException;
import org.boardbench.sut.process.LogTail;

/** Starts a target and its companions on fresh loopback ports, and waits until they are ready. */
final class TargetLauncher implements Launcher {
  private static final long POLL_MS = 20;
  private static final int REASON_LINES = 20;

  private final TargetManifest manifest;
  private final Map<String, String> parameters;
  private final ProgramStarter starter;
  private final LoopbackPorts ports;

  TargetLauncher(
      TargetManifest manifest,
      Map<String, String> parameters,
      ProgramStarter starter,
      LoopbackPorts ports) {
    this.manifest = manifest;
    this.parameters = Map.copyOf(parameters);
    this.starter = starter;
    this.ports = ports;
  }

  @Override
  public RunningTarget launch(Path log, Duration readyDeadline, Duration stopDeadline)
      throws LaunchException, InterruptedException {
    Launch launch = new Launch(log, readyDeadline, stopDeadline);
    boolean ready = false;
    try {
      launch.bringUp();
      ready = true;
      return launch.target;
    } catch (IOException notStarted) {
      throw new LaunchException(
          manifest.name() + " cannot be started: " + notStarted.getMessage(), notStarted);
    } finally {
      if (!ready) {
        launch.target.close(); // complements bringUp
      }
    }
  }

  /** One launch under way. */
  private final class Launch {
    private final Path log;
    private final Duration readyDeadline;
    private final Duration stopDeadline;
    private final long deadlineNs;
    private final LaunchedTarget target;
    private final Map<String, Integer> companionPorts = new LinkedHashMap<>();

    /** Known before the companions start, of which one may hand on to it. */
    private int serverPort;

    Launch(Path log, Duration readyDeadline, Duration stopDeadline) {
      this.log = log;
      this.readyDeadline = readyDeadline;
      this.stopDeadline = stopDeadline;
      this.deadlineNs = System.nanoTime() + readyDeadline.toNanos();
      this.target = new LaunchedTarget(LogTail.startingNow(log));
    }

    void bringUp() throws IOException, LaunchException, InterruptedException {
      serverPort = ports.next();
      for (Map.Entry<String, CompanionManifest> companion : manifest.companions().entrySet()) {
        bringUp(companion.getKey(), companion.getValue());
      }
      Map<String, String> values = placeholders(Component.SERVER, serverPort);
      companionPorts.forEach(
          (name, of) -> values.put(Placeholders.portOf(name), Integer.toString(of)));
      Program server =
          start(
              manifest.name(),
              Component.SERVER,
              manifest.start().command(),
              values,
              manifest.start().environment(values));
      int front = manifest.service().through().map(companionPorts::get).orElse(serverPort);
      target.addServer(
          component(Component.SERVER, server, Optional.empty()),
          server,
          front,
          manifest.service().path());
      await(server, ReadyCheck.http(front, manifest.service().health()));
    }

    private void bringUp(String name, CompanionManifest companion)
        throws IOException, LaunchException, InterruptedException {
      int port = ports.next();
      companionPorts.put(name, port);
      Program program = start(name, name, companion.start(), placeholders(name, port), Map.of());
      Optional<TrafficMetrics> traffic =
          companion.metrics().map(kind -> new TrafficMetrics(kind, port));
      target.add(component(name, program, traffic), program);
      await(program, ReadyCheck.tcp(port));
    }

    private Component component(String name, Program program, Optional<TrafficMetrics> traffic) {
      return new Component(name, program.pid(), program.group(), traffic);
    }

    private Map<String, String> placeholders(String component, int port) {
      Map<String, String> values = new HashMap<>(parameters);
      values.putAll(starter.places(component));
      values.put(Placeholders.PORT, Integer.toString(port));
      values.put(Placeholders.portOf(Component.SERVER), Integer.toString(serverPort));
      return values;
    }

    private Program start(
        String name,
        String component,
        List<String> words,
        Map<String, String> values,
        Map<String, String> environment)
        throws IOException, LaunchException, InterruptedException {
      return starter.start(
          new ProgramStarter.Spec(
              name, component, Placeholders.fill(words, values), environment, log, stopDeadline));
    }

    private void await(Program program, ReadyCheck check)
        throws LaunchException, InterruptedException {
      while (!check.isReady()) {
        Optional<String> failure = target.failure();
        if (failure.isPresent()) {
          throw failed(failure.get());
        }
        if (System.nanoTime() - deadlineNs > 0) {
          throw failed(
              program.name()
                  + " not ready after "
                  + BigDecimal.valueOf(readyDeadline.toMillis(), 3)
                      .stripTrailingZeros()
                      .toPlainString()
                  + " s");
        }
        Thread.sleep(POLL_MS);
      }
    }

    private LaunchException failed(String reason) {
      return LaunchException.withOutput(reason, target.lastLines(REASON_LINES));
    }
  }
}
