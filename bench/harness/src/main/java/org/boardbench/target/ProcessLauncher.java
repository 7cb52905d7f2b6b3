package org.boardbench.target;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boardbench.target.RunningTarget.Component;
import org.boardbench.target.RunningTarget.TrafficMetrics;
import org.boardbench.target.TargetManifest.CompanionManifest;

/** Starts a target and its companions as processes of this machine. */
final class ProcessLauncher implements Launcher {
  private static final long POLL_MS = 20;
  private static final int REASON_LINES = 20;

  private final TargetManifest manifest;
  private final Map<String, String> parameters;
  private final HostEnvironment host;
  private final ProcessSet processes;
  private final LoopbackPorts ports;

  ProcessLauncher(
      TargetManifest manifest,
      Map<String, String> parameters,
      HostEnvironment host,
      ProcessSet processes,
      LoopbackPorts ports) {
    this.manifest = manifest;
    this.parameters = Map.copyOf(parameters);
    this.host = host;
    this.processes = processes;
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
    private final ProcessTarget target;
    private final Map<String, Integer> companionPorts = new LinkedHashMap<>();

    Launch(Path log, Duration readyDeadline, Duration stopDeadline) {
      this.log = log;
      this.readyDeadline = readyDeadline;
      this.stopDeadline = stopDeadline;
      this.deadlineNs = System.nanoTime() + readyDeadline.toNanos();
      this.target = new ProcessTarget(processes, LogTail.startingNow(log));
    }

    void bringUp() throws IOException, LaunchException, InterruptedException {
      for (Map.Entry<String, CompanionManifest> companion : manifest.companions().entrySet()) {
        bringUp(companion.getKey(), companion.getValue());
      }
      int port = ports.next();
      Map<String, String> values = placeholders(port);
      companionPorts.forEach(
          (name, of) -> values.put(Placeholders.portOf(name), Integer.toString(of)));
      Map<String, String> variables = new HashMap<>(host.variables());
      manifest
          .environment()
          .forEach((key, value) -> variables.put(key, Placeholders.fill(value, values)));
      ProcessTree server =
          processes.start(command(manifest.name(), manifest.start(), values, variables));
      target.addServer(
          new Component(RunningTarget.SERVER, server.pid(), Optional.empty()),
          server,
          port,
          manifest.path());
      await(server, ReadyCheck.http(port, manifest.health()));
    }

    private void bringUp(String name, CompanionManifest companion)
        throws IOException, LaunchException, InterruptedException {
      int port = ports.next();
      companionPorts.put(name, port);
      ProcessTree tree =
          processes.start(command(name, companion.start(), placeholders(port), host.variables()));
      Optional<TrafficMetrics> traffic =
          companion.metrics().map(kind -> new TrafficMetrics(kind, port));
      target.add(new Component(name, tree.pid(), traffic), tree);
      await(tree, ReadyCheck.tcp(port));
    }

    private Map<String, String> placeholders(int port) {
      Map<String, String> values = new HashMap<>(parameters);
      values.put(Placeholders.PORT, Integer.toString(port));
      values.put(Placeholders.FOLDER, manifest.folder().toString());
      values.put(Placeholders.JDK, host.jdk().toString());
      return values;
    }

    private ProcessTree.Command command(
        String name,
        List<String> words,
        Map<String, String> values,
        Map<String, String> variables) {
      return new ProcessTree.Command(
          name,
          host.command(Placeholders.fill(words, values)),
          manifest.folder(),
          variables,
          log,
          stopDeadline);
    }

    private void await(ProcessTree tree, ReadyCheck check)
        throws LaunchException, InterruptedException {
      while (!check.isReady()) {
        Optional<String> failure = target.failure();
        if (failure.isPresent()) {
          throw failed(failure.get());
        }
        if (System.nanoTime() - deadlineNs > 0) {
          throw failed(
              tree.name()
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
