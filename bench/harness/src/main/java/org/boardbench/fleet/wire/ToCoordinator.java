package org.boardbench.fleet.wire;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.boardbench.account.record.Phase;
import org.boardbench.account.record.StageSnapshot;
import org.boardbench.host.sampling.ResourceSnapshot;

/** What an agent tells its coordinator. */
public sealed interface ToCoordinator {
  /**
   * It takes part.
   *
   * @param greeting chance, of which the seals of the rest are made
   * @param cores that its driver uses
   * @param capacity what it can do, in a measure that all agents have in common; empty where nobody
   *     has measured it
   * @param loop the kind of socket loops that suits its machine best, as results call it
   * @param machine in words
   */
  record Welcome(
      Bytes greeting,
      String version,
      String program,
      int cores,
      OptionalLong capacity,
      String loop,
      String machine)
      implements ToCoordinator {}

  /** It does not. */
  record Refused(String reason) implements ToCoordinator {
    /** The reason of one that may take part a moment later. */
    public static final String BUSY = "drives another run at this moment";
  }

  /** What was asked last, and is answered by nothing else, is done. */
  record Done() implements ToCoordinator {}

  /**
   * Its part of the trial is open.
   *
   * @param loop the kind of socket loops that it drives by, as results call it
   */
  record Opened(String loop) implements ToCoordinator {}

  /** What was asked last cannot be done, or has failed. */
  record Failed(String reason) implements ToCoordinator {}

  /** Its users are ready for a ramp or a hold. */
  record Ready(Phase phase) implements ToCoordinator {}

  /** A few times a second while a trial is open. */
  record Stats(
      int joined,
      long outstanding,
      long deliveries,
      long rxBytes,
      long txBytes,
      Optional<StageSnapshot> stage)
      implements ToCoordinator {
    /** The same before another stage has begun. */
    public Stats withoutStage() {
      return new Stats(joined, 0, deliveries, rxBytes, txBytes, Optional.empty());
    }
  }

  /**
   * A stage has run.
   *
   * @param stage as {@link Messages#result} reads it
   * @param use of its driver in the hold
   * @param errorAnswers as {@code LoadDriver} has them
   * @param splitServer likewise
   * @param books where boards are shared, as {@link Messages#books} reads them
   */
  record Result(
      Bytes stage,
      Use use,
      Map<String, Integer> errorAnswers,
      Optional<String> splitServer,
      Optional<Bytes> books)
      implements ToCoordinator {
    public Result {
      errorAnswers = Map.copyOf(errorAnswers);
    }
  }

  /** So many connections were cut. */
  record CutDone(int connections) implements ToCoordinator {}

  /** Of the target on the agent's machine: answers {@link ToAgent.OfTarget}, but for two. */
  sealed interface OfTarget extends ToCoordinator {}

  /**
   * It can be started.
   *
   * @param versions of what it is made of, as {@code TargetRecord} has them
   * @param environment of its server, likewise
   */
  record Prepared(Map<String, String> versions, Map<String, String> environment)
      implements OfTarget {
    public Prepared {
      versions = Map.copyOf(versions);
      environment = Map.copyOf(environment);
    }
  }

  /**
   * It is ready.
   *
   * @param ports of the agent's address to which users connect; one at least
   */
  record Launched(List<Integer> ports) implements OfTarget {
    public Launched {
      ports = List.copyOf(ports);
    }
  }

  /**
   * What it has used.
   *
   * @param isAsked whether somebody wanted to know; else it comes every second
   */
  record Sampled(boolean isAsked, ResourceSnapshot snapshot) implements OfTarget {}

  /**
   * It has ended by itself, which nobody asks for.
   *
   * @param lastLines of its output, oldest first
   */
  record Ended(String how, List<String> lastLines) implements OfTarget {
    public Ended {
      lastLines = List.copyOf(lastLines);
    }
  }

  /**
   * It is gone.
   *
   * @param log the end of what it has written
   */
  record Stopped(Bytes log) implements OfTarget {}

  /** What was asked cannot be done with it; the agent itself is well. */
  record Unable(String reason) implements OfTarget {}

  /**
   * What a driver used in a hold, and what others took of its machine.
   *
   * @param cpuPct in percent of one core
   * @param runDelayPct how long the loop that waited longest for a core did, in percent of the hold
   * @param stealPct taken by a hypervisor, in percent of all cores together
   * @param foreignPct CPU of programs that have no part in it, likewise
   */
  record Use(
      OptionalDouble cpuPct,
      OptionalDouble runDelayPct,
      OptionalDouble stealPct,
      OptionalDouble foreignPct) {}
}
