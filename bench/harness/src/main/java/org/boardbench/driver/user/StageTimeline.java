package org.boardbench.driver.user;

import org.boardbench.account.ledger.PlannedMessages;
import org.boardbench.account.record.Phase;
import org.boardbench.plan.model.StageSpec;
import org.boardbench.scenario.schedule.Schedule;
import org.boardbench.scenario.schedule.ScheduleCursor;

/**
 * What the loops must know of the stage under way. The thread that runs the stage sets the hold's
 * bounds once, before the hold's first message is due; a send is never early, so every loop sees
 * them in time.
 */
public final class StageTimeline {
  private static final long UNKNOWN = Long.MAX_VALUE;

  private final StageSpec spec;
  private final Schedule schedule;
  private final long startNs;
  private final Phase ramp;
  private final Phase hold;
  private final Absences absences;
  private volatile long holdStartNs = UNKNOWN;
  private volatile long endNs = UNKNOWN;

  /**
   * @param number counts from 1; 0 for the warm-up
   * @param startNs when the ramp begins (run clock)
   */
  public StageTimeline(int number, StageSpec spec, Schedule schedule, long startNs) {
    this.spec = spec;
    this.schedule = schedule;
    this.startNs = startNs;
    this.ramp = new Phase(number == 0 ? Phase.Kind.WARM_UP : Phase.Kind.RAMP, number);
    this.hold = new Phase(Phase.Kind.mainOf(number), number);
    this.absences = new Absences(spec.churn().isPresent() ? spec.users() : 0);
  }

  /** When the ramp begins. */
  long startNs() {
    return startNs;
  }

  /** Of the users who come and go; without such, of nobody. */
  Absences absences() {
    return absences;
  }

  /**
   * The messages that the hold's schedule has of the users while they are to be there; call once
   * the hold is fixed, and its loops stand still.
   */
  public PlannedMessages planned() {
    return visitor -> {
      for (int user = 0; user < spec.users(); user++) {
        ScheduleCursor messages = messages(user);
        messages.passOver(holdStartNs);
        for (; messages.intendedNs() < endNs; messages.advance()) {
          if (spec.churn().isEmpty() || !absences.cover(user, messages.intendedNs())) {
            visitor.message(
                user, messages.messageClass().number(), messages.intendedNs(), messages.bytes());
          }
        }
      }
    };
  }

  /** {@code user}'s messages of the stage, from the first one on. */
  ScheduleCursor messages(int user) {
    return schedule.messages(user);
  }

  public long rampEndNs() {
    return startNs + spec.ramp().toNanos();
  }

  /** When newcomer {@code index} of {@code count} begins to connect. */
  public long connectNs(int index, int count) {
    return startNs + spec.rampShape().offsetNs(index, count, spec.ramp().toNanos());
  }

  /** Fixes the hold; {@code startsNs} lies in the future. */
  public void hold(long startsNs) {
    endNs = startsNs + spec.hold().toNanos();
    holdStartNs = startsNs;
  }

  public long holdStartNs() {
    return holdStartNs;
  }

  /** No message is intended from here on. */
  public long endNs() {
    return endNs;
  }

  boolean isHold(long intendedNs) {
    return intendedNs >= holdStartNs;
  }

  Phase phase(long intendedNs) {
    return isHold(intendedNs) ? hold : ramp;
  }
}
