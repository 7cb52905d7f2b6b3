package org.boardbench.trial.fault;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.boardbench.account.result.SecondResult;
import org.boardbench.account.result.StageResult;
import org.boardbench.results.row.FaultEvent;
import org.boardbench.results.row.RecoveryFigures;
import org.boardbench.results.row.ReplicaSecond;
import org.boardbench.results.row.SecondRecord;

/**
 * What followed each fault of a stage, from the changes of connections and the seconds that the
 * driver has kept.
 */
public final class Recovery {
  /** So many whole seconds must be as they should. */
  private static final int STEADY_SECONDS = 5;

  private static final double NEARLY_ALL = 0.999;
  private static final long SECOND_NS = 1_000_000_000;

  private final StageResult result;
  private final long measuredFromNs;
  private final OptionalDouble rttP99BoundNs;
  private final Balance balance;

  /** Of a server without replicas. */
  public Recovery(StageResult result, long measuredFromNs, OptionalDouble rttP99BoundNs) {
    this(result, measuredFromNs, rttP99BoundNs, List.of());
  }

  /**
   * @param measuredFromNs when the trial's second 0 began (run clock)
   * @param rttP99BoundNs what a second's RTT p99 may be at most; empty for any
   * @param replicas the stage's seconds, in order; none where the server has no replicas
   */
  public Recovery(
      StageResult result,
      long measuredFromNs,
      OptionalDouble rttP99BoundNs,
      List<ReplicaSecond> replicas) {
    this.result = result;
    this.measuredFromNs = measuredFromNs;
    this.rttP99BoundNs = rttP99BoundNs;
    this.balance = new Balance(replicas, measuredFromNs);
  }

  /** Of one of {@code all} the stage's faults; empty of one that never came. */
  public Optional<RecoveryFigures> of(FaultEvent fault, List<FaultEvent> all) {
    if (fault.atNs().isEmpty()) {
      return Optional.empty();
    }
    Window window =
        new Window(
            result.holdStartNs() + fault.plannedNs(),
            result.holdStartNs() + fault.atNs().getAsLong(),
            all.stream()
                .filter(other -> other.atNs().isPresent())
                .mapToLong(FaultEvent::plannedNs)
                .filter(plannedNs -> plannedNs > fault.plannedNs())
                .map(plannedNs -> result.holdStartNs() + plannedNs)
                .min()
                .orElse(Long.MAX_VALUE));
    return Optional.of(
        new RecoveryFigures(
            result.connections().moments().map(moments -> ReturnOfUsers.of(moments, window)),
            messages(window),
            recoveryNs(window),
            balance.after(fault, result.holdStartNs(), window.endNs())));
  }

  /**
   * The time that is put down to a fault (run clock). Nothing of it comes before it was planned; it
   * may show a moment before the thread that injected it has read the clock.
   *
   * @param fromNs when it was planned
   * @param atNs when it came
   * @param endNs when the next one is planned
   */
  record Window(long fromNs, long atNs, long endNs) {
    boolean has(long timeNs) {
      return timeNs >= fromNs && timeNs < endNs;
    }
  }

  private Optional<RecoveryFigures.Messages> messages(Window window) {
    List<SecondResult> seconds =
        result.seconds().stream()
            .filter(second -> endNs(second) > window.fromNs() && endNs(second) <= window.endNs())
            .filter(second -> second.messages().owed().isPresent())
            .toList();
    if (seconds.isEmpty() || startNs(seconds.getFirst()) < result.holdStartNs()) {
      return Optional.empty();
    }
    long lost = 0;
    long missed = 0;
    double userSeconds = 0;
    for (SecondResult second : seconds) {
      SecondRecord.Messages messages = second.messages();
      long owed = messages.owed().getAsLong();
      lost += messages.lost();
      missed += owed - messages.expected();
      if (owed > 0) {
        double users = result.spec().users() * second.lengthNs() / (double) SECOND_NS;
        userSeconds += users * (owed - delivered(messages)) / owed;
      }
    }
    return Optional.of(new RecoveryFigures.Messages(lost, missed, OptionalDouble.of(userSeconds)));
  }

  private OptionalLong recoveryNs(Window window) {
    List<SecondResult> seconds = result.seconds();
    int steady = 0;
    for (SecondResult second : seconds) {
      boolean isAfter = endNs(second) > window.fromNs() && endNs(second) <= window.endNs();
      steady = isAfter && isAsItShould(second) ? steady + 1 : 0;
      if (steady == STEADY_SECONDS) {
        long beganNs = endNs(second) - STEADY_SECONDS * SECOND_NS;
        return OptionalLong.of(Math.max(0, beganNs - window.atNs()));
      }
    }
    return OptionalLong.empty();
  }

  /** A whole second of the hold in which hardly anything was missing, and that in time. */
  private boolean isAsItShould(SecondResult second) {
    long owed = second.messages().owed().orElse(0);
    boolean isOfHold =
        startNs(second) >= result.holdStartNs()
            && endNs(second) <= result.holdEndNs()
            && second.lengthNs() == SECOND_NS;
    boolean isInTime =
        rttP99BoundNs.isEmpty()
            || (second.rtt().isMeasured() && second.rtt().p99Ns() <= rttP99BoundNs.getAsDouble());
    return isOfHold && owed > 0 && delivered(second.messages()) >= NEARLY_ALL * owed && isInTime;
  }

  private static long delivered(SecondRecord.Messages messages) {
    return messages.expected() - messages.lost();
  }

  private long startNs(SecondResult second) {
    return measuredFromNs + second.second() * SECOND_NS;
  }

  private long endNs(SecondResult second) {
    return startNs(second) + SECOND_NS;
  }
}
