package org.boardbench.fleet.wire;

import java.util.List;
import java.util.Map;
import org.boardbench.account.record.Phase;
import org.boardbench.fleet.clock.ClockMapping;

/** What a coordinator tells an agent. Nothing of it names a file. */
public sealed interface ToAgent {
  /**
   * The first word.
   *
   * @param greeting chance, of which the seals of the conversation are made
   * @param program what the coordinator was built of
   */
  record Hello(Bytes greeting, String version, String program) implements ToAgent {}

  /** The driver is to get itself going. */
  record WarmUp(String plan) implements ToAgent {}

  /**
   * A trial begins, with the agent's part of it.
   *
   * @param plan as {@link PlanText} writes it
   * @param server where users connect
   * @param share which users are the agent's
   * @param clock how the agent's clock is to be read until the first stage
   */
  record Open(String plan, Server server, Share share, ClockMapping clock) implements ToAgent {}

  /**
   * A stage of it begins.
   *
   * @param number counts from 1; 0 for the warm-up
   * @param plan the same plan with this stage alone
   */
  record Stage(int number, String plan) implements ToAgent {}

  /**
   * All are ready.
   *
   * @param startNs when the phase begins, by the run's clock
   * @param clock how the agent's own clock is to be read from now on
   */
  record Start(Phase phase, long startNs, ClockMapping clock) implements ToAgent {}

  /** As {@code LoadDriver.cut}. */
  record Cut(int users, int sharePct, long seed) implements ToAgent {}

  /** The trial has ended, or is given up. */
  record Close() implements ToAgent {}

  /**
   * Concerns the target that the agent starts on its machine; answered by one {@link
   * ToCoordinator.OfTarget}.
   */
  sealed interface OfTarget extends ToAgent {}

  /**
   * It is to be built.
   *
   * @param variant as {@link PlanText#of(org.boardbench.plan.model.Variant)} writes it
   * @param sources a digest of the target's folder, which has to be that of the agent's
   */
  record Prepare(String variant, String sources) implements OfTarget {}

  /**
   * It is to be started; prepared first where that has not been done.
   *
   * @param prepared what it is
   * @param readyNs how long it may take to become ready
   * @param stopNs how long it may take to end when it is asked to
   */
  record Launch(Prepare prepared, long readyNs, long stopNs) implements OfTarget {}

  /**
   * What it uses is to be sampled from now on.
   *
   * @param clock how the agent's clock is to be read for that
   */
  record Watch(ClockMapping clock) implements OfTarget {}

  /** What it has used until now is asked for. */
  record Sample() implements OfTarget {}

  /** It is to end. */
  record Stop() implements OfTarget {}

  /**
   * A server.
   *
   * @param uri {@code ws://} or {@code wss://}
   * @param headers of the opening handshake
   * @param otherPorts as {@code Endpoint} has them
   * @param protocol by its name
   * @param trustsAll takes any certificate
   * @param trusted certificates in DER that vouch for it; none: the agent's JVM decides
   */
  record Server(
      String uri,
      Map<String, String> headers,
      List<Integer> otherPorts,
      String protocol,
      boolean trustsAll,
      List<Bytes> trusted) {
    public Server {
      headers = Map.copyOf(headers);
      otherPorts = List.copyOf(otherPorts);
      trusted = List.copyOf(trusted);
    }

    /** Without what may be a secret. */
    @Override
    public String toString() {
      return "a server that speaks " + protocol;
    }
  }

  /**
   * Which users are whose.
   *
   * @param parts of each agent, in their order, as {@code BoardAssignment.among} has them
   * @param agent whose share it is; counts from 0
   */
  record Share(List<Integer> parts, int agent) {
    public Share {
      parts = List.copyOf(parts);
    }
  }
}
