package org.boardbench.fleet.coordinator;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.boardbench.core.RunClock;
import org.boardbench.driver.io.SocketLoops;
import org.boardbench.fleet.agent.AgentServer;
import org.boardbench.fleet.clock.ClockOffset;
import org.boardbench.fleet.clock.ClockProbe;
import org.boardbench.fleet.wire.FleetSecret;
import org.boardbench.fleet.wire.Wire;

/** Agents within this JVM, with a network of queues that a test can cut. */
final class InMemoryAgents implements AutoCloseable {
  static final FleetSecret SECRET = FleetSecret.of("only the tests know this");

  final List<AgentAddress> addresses = new ArrayList<>();
  private final Map<AgentAddress, AgentServer> servers = new HashMap<>();
  private final Map<AgentAddress, TwoWays> ways = new HashMap<>();

  InMemoryAgents(int... cores) {
    for (int i = 0; i < cores.length; i++) {
      AgentAddress address = new AgentAddress("127.0.0.1", 7900 + i);
      addresses.add(address);
      servers.put(address, server(cores[i]));
    }
  }

  RemoteFleet fleet() {
    return new RemoteFleet(addresses, SECRET, this::open);
  }

  /** Of these alone. */
  RemoteFleet fleetOf(AgentAddress... drivers) {
    return new RemoteFleet(List.of(drivers), SECRET, this::open);
  }

  /** One more, which is none of the drivers and starts targets from {@code root}. */
  AgentAddress host(Path root) {
    AgentAddress address = new AgentAddress("127.0.0.2", 7900);
    servers.put(address, server(1).startingTargets(root, address.socketAddress().getAddress()));
    return address;
  }

  private static AgentServer server(int cores) {
    return new AgentServer(
        SECRET,
        cores,
        OptionalLong.empty(),
        SocketLoops.best(),
        new PrintStream(PrintStream.nullOutputStream()));
  }

  private AgentLink.Link open(AgentAddress to, Wire.Receiver receiver, RunClock clock) {
    TwoWays both = new TwoWays(receiver, clock);
    both.agent = servers.get(to).accept(both.back);
    ways.put(to, both);
    return both;
  }

  /** Nothing comes through any more, and nobody is told. */
  void mute(int agent) {
    ways.get(addresses.get(agent)).isCut = true;
  }

  /** The agent is heard no more. */
  void cut(int agent) {
    cut(addresses.get(agent));
  }

  /** Likewise. */
  void cut(AgentAddress agent) {
    ways.get(agent).cut();
  }

  @Override
  public void close() {
    servers.values().forEach(AgentServer::close);
  }

  /** A queue in each direction, emptied by a thread of its own. */
  private static final class TwoWays implements AgentLink.Link {
    private final ExecutorService there = Executors.newSingleThreadExecutor();
    private final ExecutorService here = Executors.newSingleThreadExecutor();
    private final Wire.Receiver coordinator;
    private final ClockOffset offset = new ClockOffset();
    private Wire.Receiver agent;
    private volatile boolean isCut;

    final Wire back = way(here, this::coordinatorsEnd);
    private final Wire forth = way(there, () -> agent);

    TwoWays(Wire.Receiver coordinator, RunClock clock) {
      this.coordinator = coordinator;
      for (int n = 0; n < 64; n++) {
        long sentNs = clock.nowNs();
        long ownNs = System.nanoTime();
        offset.add(new ClockProbe(sentNs, ownNs, ownNs, clock.nowNs()));
      }
    }

    private Wire.Receiver coordinatorsEnd() {
      return coordinator;
    }

    private Wire way(ExecutorService queue, Supplier<Wire.Receiver> end) {
      return new Wire() {
        @Override
        public void send(byte[] message) {
          if (!isCut) {
            queue.execute(() -> end.get().received(message));
          }
        }

        @Override
        public void close() {}
      };
    }

    void cut() {
      isCut = true;
      coordinator.lost("the test has cut it off");
      agent.lost("the test has cut it off");
    }

    @Override
    public Wire wire() {
      return forth;
    }

    @Override
    public ClockOffset offset() {
      return offset;
    }

    @Override
    public void close() {
      if (!isCut) {
        isCut = true;
        agent.lost("its coordinator has gone");
      }
      there.shutdown();
      here.shutdown();
    }
  }
}
