package org.boardbench.driver.user;

import java.util.Arrays;
import org.HdrHistogram.Histogram;
import org.boardbench.account.ledger.PlannedMessages;
import org.boardbench.account.ledger.StageObservations;
import org.boardbench.account.record.TimeHistograms;
import org.boardbench.account.result.ConnectionResult;
import org.boardbench.scenario.message.MessageClass;

/** What the users of one loop, or of all of them, went through in a stage. */
public final class StageTally {
  private static final long USUAL_DELAY_NS = 100_000_000;

  private final ReasonTally connectFailures = new ReasonTally();
  private final ReasonTally disconnects = new ReasonTally();
  private final ReasonTally errorAnswers = new ReasonTally();
  private final long[] scheduledRamp = new long[MessageClass.count()];
  private int connectFailuresHere;
  private long reconnects;
  private long churnLeft;
  private long churnJoined;
  private final Histogram sendDelay = TimeHistograms.upTo(USUAL_DELAY_NS);
  private final Histogram connect = TimeHistograms.upTo(USUAL_DELAY_NS);
  private final Histogram join = TimeHistograms.upTo(USUAL_DELAY_NS);

  /** The opening handshake of an attempt that began at {@code startNs} is done. */
  void connected(long startNs, long nowNs) {
    TimeHistograms.record(connect, startNs, nowNs);
  }

  /** An attempt that began at {@code startNs} has led to its end. */
  void joined(long startNs, long nowNs) {
    TimeHistograms.record(join, startNs, nowNs);
  }

  /** A user who had dropped has joined again. */
  void reconnected() {
    reconnects++;
  }

  /** A stay has ended, with a clean close. */
  void leftOnPurpose() {
    churnLeft++;
  }

  /** A user who had left on purpose has joined again. */
  void cameAgain() {
    churnJoined++;
  }

  /**
   * An attempt to connect or to join has failed.
   *
   * @param isOurFault whether the driver or the machine caused it, and not the server
   */
  void failed(String reason, boolean isOurFault) {
    connectFailures.add(reason);
    connectFailuresHere += isOurFault ? 1 : 0;
  }

  /** A joined user's connection ended. */
  void dropped(String reason) {
    disconnects.add(reason);
  }

  /** The server answered a joined user with an error; the user stays. */
  void answeredError(String reason) {
    errorAnswers.add(reason);
  }

  /** A message of the ramp was due. */
  void scheduledInRamp(MessageClass messageClass) {
    scheduledRamp[messageClass.number()]++;
  }

  /** A message of the hold leaves that found room in its socket when it was due. */
  void sends(long intendedNs, long nowNs) {
    TimeHistograms.record(sendDelay, intendedNs, nowNs);
  }

  public void addAll(StageTally other) {
    connectFailures.addAll(other.connectFailures);
    disconnects.addAll(other.disconnects);
    errorAnswers.addAll(other.errorAnswers);
    Arrays.setAll(scheduledRamp, number -> scheduledRamp[number] + other.scheduledRamp[number]);
    connectFailuresHere += other.connectFailuresHere;
    reconnects += other.reconnects;
    churnLeft += other.churnLeft;
    churnJoined += other.churnJoined;
    sendDelay.add(other.sendDelay);
    connect.add(other.connect);
    join.add(other.join);
  }

  public ReasonTally errorAnswers() {
    return errorAnswers;
  }

  /** All of it, for the account, which has the arguments as they are here. */
  public StageObservations observations(
      PlannedMessages planned, long drainDeadlineNs, long hiccupMaxNs) {
    return new StageObservations(
        Arrays.stream(scheduledRamp).boxed().toList(),
        planned,
        drainDeadlineNs,
        sendDelay,
        hiccupMaxNs,
        new ConnectionResult(
            connectFailures.counts(),
            connectFailuresHere,
            disconnects.counts(),
            reconnects,
            new ConnectionResult.Churn(churnLeft, churnJoined),
            connect,
            join));
  }
}
