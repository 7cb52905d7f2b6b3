package org.boardbench.view.terminal;

import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.boardbench.plan.model.StageSpec;
import org.boardbench.trial.events.RunEvent;
import org.boardbench.view.terminal.text.Countdown;

/**
 * Estimates when a sweep ends: what is known of ramps and holds, and for the rest of a trial
 * (launch, check, drains, stop) the mean of the trials so far. Where each stage hangs on the one
 * before, nothing can be told until the first trial has ended. Thread-safe: a bar redraws itself.
 */
public final class TimeLeft implements Countdown {
  // Before the first trial has ended: what a launch and a stop, and the drain of a stage, may take.
  private static final double GUESS_PER_TRIAL_S = 5;
  private static final double GUESS_PER_STAGE_S = 1;

  private final LongSupplier nowNs;
  private final long startNs;
  private final boolean areStagesKnown;
  private final boolean areTrialsKnown;
  private final boolean isAtMost;
  private final double plannedS;
  private final double guessedOverheadS;
  private int trials;

  private int ended;
  private int measured;
  private double measuredOverheadS;
  private long trialStartNs;
  private boolean isTrialUnderWay;

  /**
   * @param nowNs a monotonic clock
   */
  public TimeLeft(RunEvent.RunStarted run, LongSupplier nowNs) {
    List<StageSpec> stages = run.stages().orElse(List.of());
    this.nowNs = nowNs;
    this.startNs = nowNs.getAsLong();
    this.trials = run.trials().size();
    this.areStagesKnown = run.stages().isPresent();
    this.isAtMost = run.plan().stoppingRule().isPresent();
    this.areTrialsKnown = run.plan().capacity().isEmpty();
    this.plannedS =
        Stream.concat(run.plan().warmUp().stream(), stages.stream())
            .mapToDouble(TimeLeft::seconds)
            .sum();
    this.guessedOverheadS = GUESS_PER_TRIAL_S + stages.size() * GUESS_PER_STAGE_S;
  }

  /** The next trial is launched. */
  public synchronized void trialStarted() {
    trialStartNs = nowNs.getAsLong();
    isTrialUnderWay = true;
  }

  /** No more trials will come than so many. */
  synchronized void atMostLeft(int left) {
    trials = Math.min(trials, ended + left);
  }

  /** A trial that failed says nothing about how long a whole one takes. */
  public synchronized void trialEnded(boolean isWhole) {
    if (isWhole) {
      measured++;
      measuredOverheadS += secondsSince(trialStartNs) - plannedS;
    }
    ended++;
    isTrialUnderWay = false;
  }

  @Override
  public synchronized Duration elapsed() {
    return Duration.ofNanos(nowNs.getAsLong() - startNs);
  }

  @Override
  public synchronized boolean isKnown() {
    return areTrialsKnown && (areStagesKnown || measured > 0);
  }

  @Override
  public boolean isAtMost() {
    return isAtMost;
  }

  @Override
  public synchronized Duration remaining() {
    if (!isKnown()) {
      return Duration.ZERO;
    }
    double trialS = plannedS + (measured == 0 ? guessedOverheadS : measuredOverheadS / measured);
    double thisTrialS = isTrialUnderWay ? Math.max(0, trialS - secondsSince(trialStartNs)) : 0;
    int waiting = trials - ended - (isTrialUnderWay ? 1 : 0);
    return Duration.ofMillis(Math.round(1000 * (thisTrialS + waiting * trialS)));
  }

  private double secondsSince(long ns) {
    return (nowNs.getAsLong() - ns) / 1e9;
  }

  private static double seconds(StageSpec stage) {
    return stage.ramp().plus(stage.hold()).toMillis() / 1000.0;
  }
}
