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
import java.util.Set;
import java.util.TreeSet;
import org.boardbench.core.LoopbackPorts;
import org.boardbench.host.sampling.Component;
import org.boardbench.host.sampling.TrafficMetrics;
import org.boardbench.plan.model.FaultSpec;
import org.boardbench.sut.link.Relay;
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
  private final Set<String> relayed;

  /**
   * @param relayed the sides between which and the server a relay passes everything on
   */
  TargetLauncher(
      TargetManifest manifest,
      Map<String, String> parameters,
      ProgramStarter starter,
      LoopbackPorts ports,
      Set<String> relayed) {
    this.manifest = manifest;
    this.parameters = Map.copyOf(parameters);
    this.starter = starter;
    this.ports = ports;
    this.relayed = Set.copyOf(relayed);
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
    private final LaunchedTarget target;
    private final Map<String, Integer> companionPorts = new LinkedHashMap<>();

    /** Known before the companions start, of which one may hand on to it. */
    private int serverPort;

    Launch(Path log, Duration readyDeadline, Duration stopDeadline) {
      this.log = log;
      this.readyDeadline = readyDeadline;
      this.stopDeadline = stopDeadline;
      this.target = new LaunchedTarget(LogTail.startingNow(log));
    }

    void bringUp() throws IOException, LaunchException, InterruptedException {
      long deadlineNs = deadlineFromNowNs();
      serverPort = ports.next();
      for (Map.Entry<String, CompanionManifest> companion : manifest.companions().entrySet()) {
        LaunchedPart part = start(companion.getKey(), companion.getValue());
        target.add(part);
        await(part, deadlineNs);
      }
      int front = manifest.service().through().map(companionPorts::get).orElse(serverPort);
      int entry = linked(FaultSpec.DRIVER, front);
      LaunchedPart server = startServer(front);
      target.addServer(server, entry, manifest.service().path());
      await(server, deadlineNs);
    }

    /** Where the other side of the link connects: to a relay where there is one. */
    private int linked(String side, int port) throws IOException {
      Optional<Relay> relay =
          relayed.contains(side) ? Optional.of(Relay.to(port)) : Optional.empty();
      int entry = relay.map(Relay::port).orElse(port);
      target.addLink(side, new TargetLink(List.copyOf(new TreeSet<>(List.of(entry, port))), relay));
      return entry;
    }

    private LaunchedPart startServer(int front)
        throws IOException, LaunchException, InterruptedException {
      Map<String, String> values = placeholders(Component.SERVER, serverPort);
      companionPorts.forEach(
          (name, of) -> values.put(Placeholders.portOf(name), Integer.toString(of)));
      ProgramStarter.Spec spec =
          spec(
              manifest.name(),
              Component.SERVER,
              Placeholders.fill(manifest.start().command(), values),
              manifest.start().environment(values));
      ReadyCheck check = ReadyCheck.http(front, manifest.service().health());
      return LaunchedPart.start(starter, spec, Optional.empty(), check, this::awaitAgain);
    }

    private LaunchedPart start(String name, CompanionManifest companion)
        throws IOException, LaunchException, InterruptedException {
      int port = ports.next();
      // Who is reached through a companion is behind it, and connects to nothing of it.
      boolean isInFront = manifest.service().through().equals(Optional.of(name));
      companionPorts.put(name, isInFront ? port : linked(name, port));
      ProgramStarter.Spec spec =
          spec(
              name, name, Placeholders.fill(companion.start(), placeholders(name, port)), Map.of());
      Optional<TrafficMetrics> traffic =
          companion.metrics().map(kind -> new TrafficMetrics(kind, port));
      return LaunchedPart.start(starter, spec, traffic, ReadyCheck.tcp(port), this::awaitAgain);
    }

    private ProgramStarter.Spec spec(
        String name, String component, List<String> words, Map<String, String> environment) {
      return new ProgramStarter.Spec(name, component, words, environment, log, stopDeadline);
    }

    private Map<String, String> placeholders(String component, int port) {
      Map<String, String> values = new HashMap<>(parameters);
      values.putAll(starter.places(component));
      values.put(Placeholders.PORT, Integer.toString(port));
      values.put(Placeholders.portOf(Component.SERVER), Integer.toString(serverPort));
      return values;
    }

    private long deadlineFromNowNs() {
      return System.nanoTime() + readyDeadline.toNanos();
    }

    private void awaitAgain(LaunchedPart part) throws LaunchException, InterruptedException {
      await(part, deadlineFromNowNs());
    }

    private void await(LaunchedPart part, long deadlineNs)
        throws LaunchException, InterruptedException {
      while (!part.isReady()) {
        Optional<String> failure = target.failure();
        if (failure.isPresent()) {
          throw failed(failure.get());
        }
        if (System.nanoTime() - deadlineNs > 0) {
          throw failed(
              part.name()
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
