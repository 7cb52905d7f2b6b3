package org.boardbench.driver;

import org.HdrHistogram.Histogram;
import org.boardbench.measure.StageObservations;
import org.boardbench.measure.TimeHistograms;
import org.boardbench.measure.TimeSummary;

/** What the users of one loop, or of all of them, went through in a stage. */
final class StageTally {
  private static final long USUAL_DELAY_NS = 100_000_000;

  private final ReasonTally connectFailures = new ReasonTally();
  private final ReasonTally disconnects = new ReasonTally();
  private final ReasonTally errorAnswers = new ReasonTally();
  private long scheduledRamp;
  private long scheduledHold;
  private long heldBack;
  private int connectFailuresHere;
  private final Histogram sendDelay = TimeHistograms.upTo(USUAL_DELAY_NS);

  /** A user failed to join. */
  void failed(String reason) {
    connectFailures.add(reason);
  }

  /** A user failed to join, and the driver or the machine caused it. */
  void failedHere(String reason) {
    failed(reason);
    connectFailuresHere++;
  }

  /** A joined user's connection ended. */
  void dropped(String reason) {
    disconnects.add(reason);
  }

  /** The server answered a joined user with an error; the user stays. */
  void answeredError(String reason) {
    errorAnswers.add(reason);
  }

  /** A message of a joined user became due. */
  void scheduled(boolean inHold) {
    if (inHold) {
      scheduledHold++;
    } else {
      scheduledRamp++;
    }
  }

  /** A message of the hold that was due did not leave, and that is the server's doing. */
  void heldBack() {
    heldBack++;
  }

  /** A message of the hold leaves that found room in its socket when it was due. */
  void sends(long intendedNs, long nowNs) {
    TimeHistograms.record(sendDelay, intendedNs, nowNs);
  }

  void addAll(StageTally other) {
    connectFailures.addAll(other.connectFailures);
    disconnects.addAll(other.disconnects);
    errorAnswers.addAll(other.errorAnswers);
    scheduledRamp += other.scheduledRamp;
    scheduledHold += other.scheduledHold;
    heldBack += other.heldBack;
    connectFailuresHere += other.connectFailuresHere;
    sendDelay.add(other.sendDelay);
  }

  ReasonTally errorAnswers() {
    return errorAnswers;
  }

  /** All of it, for the account; {@code hiccupMaxNs} as that has it. */
  StageObservations observations(long hiccupMaxNs) {
    return new StageObservations(
        scheduledRamp,
        scheduledHold,
        heldBack,
        TimeSummary.of(sendDelay),
        hiccupMaxNs,
        connectFailures.counts(),
        disconnects.counts(),
        connectFailuresHere);
  }
}
