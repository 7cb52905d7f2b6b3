package org.boardbench.measure;

import java.util.EnumMap;
import java.util.Map;
import org.boardbench.measure.Tally.Figure;

/**
 * One loop's share of an open stage. Only the loop's thread writes, from within its {@link
 * StageGate}; tallies and the stall may be read at any time, the rest once the gate is closed.
 */
final class StageShare {
  private final OpenStage stage;
  private final TrialState trial;
  private final Tally tally = new Tally();
  private final Map<Phase.Kind, PhaseTally> phases = new EnumMap<>(Phase.Kind.class);
  private final ArrivalSeconds seconds;
  private final Stamp stamp = new Stamp();
  private final ReachTimes reach = new ReachTimes();
  private final ReadTally reads = new ReadTally();
  private final SharedCounters stall = new SharedCounters(1);

  StageShare(OpenStage stage, TrialState trial) {
    this.stage = stage;
    this.trial = trial;
    this.seconds = new ArrivalSeconds(stage.grid(), stage.grid().of(stage.startNs()));
    for (Phase.Kind kind : Phase.Kind.values()) {
      phases.put(kind, new PhaseTally());
    }
  }

  int number() {
    return stage.number();
  }

  void membersChanged(int change, long nowNs) {
    seconds.at(nowNs).countMembers(change);
  }

  void disconnected(long nowNs) {
    tally.increment(Figure.DISCONNECTS);
    seconds.at(nowNs).countDisconnect();
  }

  void reconnected(long nowNs) {
    tally.increment(Figure.RECONNECTS);
    seconds.at(nowNs).countReconnect();
  }

  void connectFailed() {
    tally.increment(Figure.CONNECT_FAILURES);
  }

  void unserved(int user, Phase phase, long intendedNs) {
    phases.get(phase.kind()).countUnserved();
    seconds.at(intendedNs).countUnserved();
    if (phase.kind() == stage.mainKind()) {
      tally.add(
          Figure.OWED_UNSERVED,
          trial.boards().members(trial.boards().boardOf(user), stage.spec().users()));
    }
  }

  CharSequence sending(int user, Phase phase, long intendedNs, long sentNs) {
    if (!stage.has(phase)) {
      throw new IllegalStateException("stage " + number() + " is open, not " + phase.tag());
    }
    long word = trial.roster().wordFor(user);
    int sequence = stage.ledger().of(user).open(word, phase.kind(), intendedNs, sentNs);
    return stamp.write(user, sequence, phase, intendedNs, sentNs);
  }

  void sent(int user) {
    SenderMessages messages = stage.ledger().of(user);
    if (messages.confirm()) {
      int index = messages.confirmed() - 1;
      phases
          .get(messages.kind(index))
          .countSent(messages.expected(index), messages.intendedNs(index), messages.sentNs(index));
    }
  }

  void notSent(int user) {
    stage.ledger().of(user).withdraw();
  }

  /** Returns false when the stamp names a message of this stage that was never sent. */
  boolean stroke(int receiver, StampScanner stamp, long receivedNs, Tally trialTally) {
    SenderMessages messages = stage.ledger().of(stamp.sender());
    int index = messages.indexOf(stamp);
    if (index < 0) {
      return false;
    }
    ArrivalSecond second = received(receivedNs);
    PhaseTally phase = phases.get(stamp.kind());
    if (trial.boards().boardOf(receiver) != trial.boards().boardOf(stamp.sender())) {
      phase.countMisrouted();
    } else if (!trial.roster().expects(messages.rosterWord(index), receiver)) {
      trialTally.increment(Figure.UNEXPECTED);
    } else {
      int place = trial.boards().placeOf(stamp.sender());
      switch (trial.windows().arrived(receiver, place, stamp.sequence())) {
        case IN_ORDER -> delivered(messages, index, receiver, stamp, phase, second, receivedNs);
        case REORDERED -> {
          phase.countReordered();
          delivered(messages, index, receiver, stamp, phase, second, receivedNs);
        }
        case DUPLICATE -> phase.countDuplicated();
      }
    }
    return true;
  }

  /** A stroke of an earlier stage: it arrived, and that is all that is said of it. */
  void late(long receivedNs) {
    received(receivedNs);
  }

  void corrupt(long receivedNs) {
    phases.get(stage.kindAt(receivedNs)).countCorrupt();
  }

  void read(long bytes, int frames, boolean ownStamp, long receivedNs, long readNs) {
    if (stage.hold().contains(receivedNs)) {
      tally.add(Figure.RX_BYTES_IN_HOLD, bytes);
      reads.read(frames, ownStamp, receivedNs, readNs);
    }
  }

  void readLate(double bufferPct, long readNs) {
    if (stage.hold().contains(readNs)) {
      reads.readLate(bufferPct);
    }
  }

  void kernelClockMoved(long byNs, long sinceNs, long nowNs) {
    if (stage.hold().overlapNs(sinceNs, nowNs) > 0) {
      reads.clockMoved(byNs);
    }
  }

  void arrivedAfterRead(long readNs) {
    if (stage.hold().contains(readNs)) {
      tally.increment(Figure.NEGATIVE_TIMES);
    }
  }

  void wrote(long bytes, long nowNs) {
    if (stage.hold().contains(nowNs)) {
      tally.add(Figure.TX_BYTES_IN_HOLD, bytes);
    }
  }

  void iterated(long startNs, long endNs) {
    long longerByNs = stage.hold().overlapNs(startNs, endNs) - stallMaxNs();
    if (longerByNs > 0) {
      stall.add(0, longerByNs);
    }
  }

  Tally tally() {
    return tally;
  }

  PhaseTally phase(Phase.Kind kind) {
    return phases.get(kind);
  }

  ArrivalSeconds seconds() {
    return seconds;
  }

  ReachTimes reach() {
    return reach;
  }

  ReadTally reads() {
    return reads;
  }

  /** One counter: the longest iteration within the hold so far, in ns. */
  SharedCounters stall() {
    return stall;
  }

  long stallMaxNs() {
    return stall.of(0);
  }

  private ArrivalSecond received(long receivedNs) {
    if (stage.hold().contains(receivedNs)) {
      tally.increment(Figure.RECEIVED_IN_HOLD);
    }
    ArrivalSecond second = seconds.at(receivedNs);
    second.countReceived();
    return second;
  }

  private void delivered(
      SenderMessages messages,
      int index,
      int receiver,
      StampScanner stamp,
      PhaseTally phase,
      ArrivalSecond second,
      long receivedNs) {
    boolean isSender = receiver == stamp.sender();
    int delivered = messages.deliver(index, isSender, receivedNs);
    long intendedNs = stamp.intendedNs();
    phase.countDelivered(intendedNs, receivedNs);
    if (stamp.kind() == stage.mainKind()) {
      // No send is before its intended time: one comparison finds what any of its times takes as 0.
      if (receivedNs < (receiver == stamp.sender() ? stamp.sentNs() : intendedNs)) {
        tally.increment(Figure.NEGATIVE_TIMES);
      }
      long reachedNs = messages.latestNs(index);
      reach.delivered(delivered, messages.expected(index), intendedNs, reachedNs);
    }
    PhaseTimes times = seconds.times(second, stamp.kind());
    times.recordDelivery(intendedNs, receivedNs);
    if (isSender) {
      phase.countRoundTrip(intendedNs, receivedNs);
      times.recordRoundTrip(intendedNs, stamp.sentNs(), receivedNs);
    }
  }
}
