package org.boardbench.fleet.agent;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.boardbench.core.ThisProgram;
import org.boardbench.driver.io.SocketLoops;
import org.boardbench.fleet.clock.ProbeEcho;
import org.boardbench.fleet.group.AgentGroup;
import org.boardbench.fleet.wire.FleetSecret;
import org.boardbench.fleet.wire.ProgramFingerprint;
import org.boardbench.fleet.wire.Wire;

/** An agent that waits for coordinators, and serves one at a time. Thread-safe. */
public final class AgentServer implements AutoCloseable {
  private final FleetSecret secret;
  private final int cores;
  private final OptionalLong capacity;
  private final SocketLoops loops;
  private final PrintStream log;
  private final String program = ProgramFingerprint.ofThisProgram();

  /** Null while nobody is served. */
  private AgentSession served;

  /** Where targets are started; null when they are not. */
  private TargetPlace targets;

  private AgentGroup group;
  private ProbeEcho echo;

  /**
   * @param cores that its driver uses
   * @param capacity what it can do, as {@code ToCoordinator.Welcome} has it
   * @param log gets a line for each thing that happens
   */
  public AgentServer(
      FleetSecret secret, int cores, OptionalLong capacity, SocketLoops loops, PrintStream log) {
    this.secret = secret;
    this.cores = cores;
    this.capacity = capacity;
    this.loops = loops;
    this.log = log;
  }

  /**
   * Lets coordinators start targets here, too. To be called before it listens.
   *
   * @param root the project's folder, from which they are started
   * @param at the address of this machine at which they listen, and at no other
   */
  public AgentServer startingTargets(Path root, InetAddress at) {
    targets = new TargetPlace(root, at);
    return this;
  }

  /**
   * Begins to listen, by TCP at the port and the one a hundred above it, by UDP at the port.
   *
   * @throws IOException when a port is taken
   */
  public void listen(InetSocketAddress at) throws IOException {
    echo = ProbeEcho.start(at, secret.probeKey(), System::nanoTime);
    group = AgentGroup.listen(at, secret, this::accept);
    say(
        "listening at %s:%d, %d cores, %s loops, version %s, program %s"
            .formatted(
                at.getHostString(),
                at.getPort(),
                cores,
                loops.kind().key(),
                ThisProgram.version(),
                program));
  }

  /** Who hears what comes on a new way. */
  public Wire.Receiver accept(Wire back) {
    return new AgentSession(this, back);
  }

  /** Returns whether nobody else is served. */
  synchronized boolean serve(AgentSession session) {
    if (served == null) {
      served = session;
    }
    return served == session;
  }

  synchronized void done(AgentSession session) {
    if (served == session) {
      served = null;
    }
  }

  FleetSecret secret() {
    return secret;
  }

  int cores() {
    return cores;
  }

  OptionalLong capacity() {
    return capacity;
  }

  SocketLoops loops() {
    return loops;
  }

  Optional<TargetPlace> targets() {
    return Optional.ofNullable(targets);
  }

  String program() {
    return program;
  }

  void say(String line) {
    log.println("agent: " + line);
  }

  @Override
  public void close() {
    if (group != null) {
      group.close();
    }
    if (echo != null) {
      echo.close();
    }
    AgentSession last;
    synchronized (this) {
      last = served;
    }
    if (last != null) {
      last.lost("this agent ends");
    }
    if (targets != null) {
      targets.close();
    }
  }
}
