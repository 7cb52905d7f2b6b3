package org.boardbench.sut.launch;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.boardbench.core.Endpoint;
import org.boardbench.core.LoopbackPorts;
import org.boardbench.host.sampling.Component;
import org.boardbench.host.sampling.TrafficMetrics;
import org.boardbench.plan.model.FaultSpec;
import org.boardbench.sut.link.Relay;
import org.boardbench.sut.manifest.Placeholders;
import org.boardbench.sut.manifest.TargetManifest;
import org.boardbench.sut.manifest.TargetManifest.Balancer;
import org.boardbench.sut.manifest.TargetManifest.CompanionManifest;
import org.boardbench.sut.process.LaunchException;
import org.boardbench.sut.process.LogTail;

/**
 * Starts a target, with as many replicas as its manifest has, and its companions on fresh loopback
 * ports, and waits until they are ready.
 */
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

    /** Known before the companions start, of which one may hand on to the first. */
    private final List<Integer> serverPorts = new ArrayList<>();

    Launch(Path log, Duration readyDeadline, Duration stopDeadline) {
      this.log = log;
      this.readyDeadline = readyDeadline;
      this.stopDeadline = stopDeadline;
      this.target = new LaunchedTarget(LogTail.startingNow(log), starter.isElsewhere());
    }

    void bringUp() throws IOException, LaunchException, InterruptedException {
      long deadlineNs = deadlineFromNowNs();
      while (serverPorts.size() < manifest.replicas().number()) {
        serverPorts.add(ports.next());
      }
      for (Map.Entry<String, CompanionManifest> companion : manifest.companions().entrySet()) {
        if (!manifest.isBalancer(companion.getKey())) {
          LaunchedPart part = start(companion.getKey(), companion.getValue());
          target.add(part);
          await(part, deadlineNs);
        }
      }
      startServers(deadlineNs);
      if (manifest.replicas().balancer().isPresent()) {
        LaunchedPart balancer = startBalancer(manifest.replicas().balancer().get());
        target.add(balancer);
        await(balancer, deadlineNs);
      }
      target.open(endpoint());
    }

    /** All of them at once: they do not wait for each other. */
    private void startServers(long deadlineNs)
        throws IOException, LaunchException, InterruptedException {
      List<LaunchedPart> servers = new ArrayList<>();
      for (int port : serverPorts) {
        LaunchedPart server = startServer(servers.size() + 1, port);
        target.addServer(server, port);
        servers.add(server);
      }
      for (LaunchedPart server : servers) {
        await(server, deadlineNs);
      }
    }

    private Endpoint endpoint() throws IOException {
      String front = manifest.front();
      List<Integer> users =
          linked(
              FaultSpec.DRIVER,
              front.equals(Component.SERVER) ? serverPorts : List.of(companionPorts.get(front)));
      return new Endpoint(
          URI.create(
              "ws://"
                  + starter.hostForUsers(front, 1)
                  + ":"
                  + users.getFirst()
                  + manifest.service().path()),
          Map.of(),
          users.subList(1, users.size()));
    }

    /** Where the other side of the link connects: to a relay for each port where it has them. */
    private List<Integer> linked(String side, List<Integer> ports) throws IOException {
      List<Relay> relays = new ArrayList<>();
      if (relayed.contains(side)) {
        try {
          for (int port : ports) {
            relays.add(Relay.to(port));
          }
        } catch (IOException e) {
          // Nobody else knows of those that have been opened.
          relays.forEach(Relay::close);
          throw e;
        }
      }
      List<Integer> entries = relays.isEmpty() ? ports : relays.stream().map(Relay::port).toList();
      List<Integer> all = Stream.concat(ports.stream(), entries.stream()).distinct().toList();
      target.addLink(side, new TargetLink(all, relays));
      return entries;
    }

    private LaunchedPart startServer(int replica, int port)
        throws IOException, LaunchException, InterruptedException {
      Map<String, String> values = placeholders(Component.SERVER, port);
      companionPorts.forEach((name, of) -> {
        values.put(Placeholders.hostOf(name), starter.host(name, 1));
        values.put(Placeholders.portOf(name), Integer.toString(of));
      });
      ProgramStarter.Spec spec =
          spec(
              serverPorts.size() > 1 ? manifest.name() + " " + replica : manifest.name(),
              Component.SERVER,
              replica,
              port,
              Placeholders.fill(manifest.start().command(), values),
              manifest.start().environment(values));
      Optional<String> front = manifest.service().through();
      ReadyCheck check =
          health(front.orElse(Component.SERVER), front.map(companionPorts::get).orElse(port));
      return LaunchedPart.start(starter, spec, Optional.empty(), check, this::awaitAgain);
    }

    /** Ready once it hands a question on to a server that is. */
    private LaunchedPart startBalancer(Balancer balancer)
        throws IOException, LaunchException, InterruptedException {
      String name = balancer.name();
      int port = ports.next();
      companionPorts.put(name, port);
      Map<String, String> values = placeholders(name, port);
      List<String> addresses = new ArrayList<>();
      for (int server : serverPorts) {
        addresses.add(starter.host(Component.SERVER, addresses.size() + 1) + ":" + server);
      }
      values.putAll(Balancer.values(addresses, manifest.service().health()));
      ProgramStarter.Spec spec =
          spec(
              name,
              name,
              1,
              port,
              Placeholders.fill(balancer.companion().start(), values),
              Map.of());
      ReadyCheck check = health(name, port);
      return LaunchedPart.start(starter, spec, Optional.empty(), check, this::awaitAgain);
    }

    private LaunchedPart start(String name, CompanionManifest companion)
        throws IOException, LaunchException, InterruptedException {
      int port = ports.next();
      // Who is reached through a companion is behind it, and connects to nothing of it.
      boolean isInFront = manifest.service().through().equals(Optional.of(name));
      companionPorts.put(name, isInFront ? port : linked(name, List.of(port)).getFirst());
      Map<String, String> values = placeholders(name, port);
      ProgramStarter.Spec spec =
          spec(name, name, 1, port, Placeholders.fill(companion.start(), values), Map.of());
      Optional<TrafficMetrics> traffic =
          companion.metrics().map(kind -> new TrafficMetrics(kind, port));
      ReadyCheck check = ReadyCheck.tcp(starter.hostForHarness(name), port);
      return LaunchedPart.start(starter, spec, traffic, check, this::awaitAgain);
    }

    private ReadyCheck health(String component, int port) {
      return ReadyCheck.http(starter.hostForHarness(component), port, manifest.service().health());
    }

    private ProgramStarter.Spec spec(
        String name,
        String component,
        int replica,
        int port,
        List<String> words,
        Map<String, String> environment) {
      return new ProgramStarter.Spec(
          name, component, replica, port, words, environment, log, stopDeadline);
    }

    private Map<String, String> placeholders(String component, int port) {
      Map<String, String> values = new HashMap<>(parameters);
      values.putAll(starter.places(component));
      values.put(Placeholders.HOST, starter.listensOn(component));
      values.put(Placeholders.PORT, Integer.toString(port));
      values.put(Placeholders.hostOf(Component.SERVER), starter.host(Component.SERVER, 1));
      values.put(Placeholders.portOf(Component.SERVER), Integer.toString(serverPorts.getFirst()));
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
