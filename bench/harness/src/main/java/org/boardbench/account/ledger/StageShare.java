package org.boardbench.account.ledger;

import java.util.function.Consumer;
import org.boardbench.account.record.ArrivalSecond;
import org.boardbench.account.record.ArrivalSeconds;
import org.boardbench.account.record.PathTimes;
import org.boardbench.account.record.Phase;
import org.boardbench.account.record.PhaseTally;
import org.boardbench.account.record.PhaseTimes;
import org.boardbench.account.record.ReadTally;
import org.boardbench.account.record.SharedCounters;
import org.boardbench.account.record.Stamp;
import org.boardbench.account.record.StampScanner;
import org.boardbench.account.record.Tally;
import org.boardbench.account.record.Tally.Figure;
import org.boardbench.account.record.TimeHistograms;
import org.boardbench.scenario.BoardAssignment;

/**
 * One loop's share of an open stage. Only the loop's thread writes, from within its {@link
 * StageGate}; tallies and the stall may be read at any time, the rest once the gate is closed.
 */
final class StageShare {
  private final OpenStage stage;
  private final TrialState trial;
  private final Tally tally = new Tally();
  private final MessageShare all = new MessageShare();
  private final ClassShare[] classes;
  private final ArrivalSeconds seconds;
  private final Stamp stamp = new Stamp();
  private final ReadTally reads = new ReadTally();
  private final SharedCounters stall = new SharedCounters(1);
  private final PathTimes paths = PathTimes.empty();

  /** Whether a message's receivers are not all of this driver. */
  private final boolean areBoardsShared;

  private final OthersMessages others;
  private final AwaitedMessages awaited;

  StageShare(OpenStage stage, TrialState trial) {
    this.stage = stage;
    this.trial = trial;
    this.areBoardsShared = trial.boards().areShared();
    this.others = new OthersMessages(areBoardsShared ? trial.boards().users() : 0);
    this.awaited = new AwaitedMessages(stage, trial);
    this.seconds = new ArrivalSeconds(stage.grid(), stage.grid().of(stage.startNs()));
    this.classes = ClassShare.of(trial.messageClasses());
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

  void unserved(int user, int messageClass, Phase phase, long intendedNs) {
    int owed = owed(user);
    all.phase(phase.kind()).countUnserved(owed);
    if (classes.length > 0) {
      classes[messageClass].messages().phase(phase.kind()).countUnserved(owed);
    }
    seconds.at(intendedNs).countUnserved(phase.kind() == stage.mainKind() ? owed : 0);
  }

  /**
   * Where boards are shared nobody comes and goes on purpose: all that are planned were to be
   * there.
   */
  private int owed(int user) {
    BoardAssignment boards = trial.boards();
    return areBoardsShared
        ? boards.members(boards.boardOf(user), stage.spec().users())
        : trial.roster().owed(user);
  }

  CharSequence sending(
      int user, int messageClass, Phase phase, long firstPointNs, long intendedNs, long sentNs) {
    if (!stage.has(phase)) {
      throw new IllegalStateException("stage " + number() + " is open, not " + phase.tag());
    }
    if (messageClass >= trial.messageClasses()) {
      throw new IllegalArgumentException("message class " + messageClass + " is none of the trial");
    }
    long word = trial.roster().wordFor(user);
    int sequence =
        stage
            .ledger()
            .of(user)
            .open(word, phase.kind(), messageClass, firstPointNs, intendedNs, sentNs);
    return stamp.write(user, sequence, phase, messageClass, intendedNs, sentNs);
  }

  void sent(int user) {
    SenderMessages messages = stage.ledger().of(user);
    if (messages.confirm()) {
      int index = messages.confirmed() - 1;
      all.phase(messages.kind(index))
          .countSent(
              messages.expected(index),
              messages.away(index),
              messages.intendedNs(index),
              messages.sentNs(index));
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
      return ofAnother(receiver, stamp, receivedNs, trialTally);
    }
    ArrivalSecond second = received(receivedNs);
    PhaseTally phase = all.phase(stamp.kind());
    if (trial.boards().boardOf(receiver) != trial.boards().boardOf(stamp.sender())) {
      count(stamp, PhaseTally::countMisrouted);
    } else if (!trial.roster().expects(messages.rosterWord(index), receiver)) {
      trialTally.increment(Figure.UNEXPECTED);
      if (trial.roster().isAfterGoing(messages.rosterWord(index), receiver)) {
        // What its sender sent before, and has not come, it has overtaken.
        int place = trial.boards().placeOf(stamp.sender());
        trial.windows().arrived(receiver, place, stamp.sequence());
      }
    } else if (isFirstCopy(receiver, stamp)) {
      delivered(messages, index, receiver, stamp, phase, second, receivedNs);
    }
    return true;
  }

  /**
   * A stamp that names no message of the ledger. Of another driver's messages the ledger knows
   * nothing; unless boards are shared, none of them was for a user of this one.
   */
  private boolean ofAnother(int receiver, StampScanner stamp, long receivedNs, Tally trialTally) {
    if (trial.share().has(stamp.sender()) || stamp.messageClass() >= trial.messageClasses()) {
      return false;
    }
    if (trial.boards().boardOf(receiver) != trial.boards().boardOf(stamp.sender())
        || !areBoardsShared) {
      received(receivedNs);
      count(stamp, PhaseTally::countMisrouted);
      return true;
    }
    return others.isPossible(stamp) && onSharedBoard(receiver, stamp, receivedNs, trialTally);
  }

  private boolean onSharedBoard(
      int receiver, StampScanner stamp, long receivedNs, Tally trialTally) {
    ArrivalSecond second = received(receivedNs);
    if (!trial.stays().has(receiver, stamp.sentNs())) {
      trialTally.increment(Figure.UNEXPECTED);
      return true;
    }
    if (isFirstCopy(receiver, stamp)) {
      deliveredOfAnother(receiver, stamp, second, receivedNs);
    }
    return true;
  }

  /** Notes that it has come, and counts what is unusual about that. */
  private boolean isFirstCopy(int receiver, StampScanner stamp) {
    int place = trial.boards().placeOf(stamp.sender());
    return switch (trial.windows().arrived(receiver, place, stamp.sequence())) {
      case IN_ORDER -> true;
      case REORDERED -> {
        count(stamp, PhaseTally::countReordered);
        yield true;
      }
      case DUPLICATE -> {
        count(stamp, PhaseTally::countDuplicated);
        yield false;
      }
    };
  }

  /** It counts where its sender's driver and this one's books are put together. */
  private void deliveredOfAnother(
      int receiver, StampScanner stamp, ArrivalSecond second, long receivedNs) {
    others.deliver(stamp, receivedNs);
    if (stamp.kind() == stage.mainKind()) {
      if (receivedNs < stamp.intendedNs()) {
        tally.increment(Figure.NEGATIVE_TIMES);
      }
      recordPath(receiver, stamp, receivedNs);
      if (classes.length > 0) {
        recordIn(classes[stamp.messageClass()], stamp, false, receivedNs);
      }
    }
    seconds.times(second, stamp.kind()).recordDelivery(stamp.intendedNs(), receivedNs);
  }

  private void recordPath(int receiver, StampScanner stamp, long receivedNs) {
    if (trial.replicas().isKnown()) {
      boolean isSame = trial.replicas().isSame(receiver, stamp.sender());
      paths.record(isSame, stamp.intendedNs(), receivedNs);
    }
  }

  /** As {@link AwaitedMessages#areFor}. */
  boolean awaits(int receiver, boolean overtaken) {
    return awaited.areFor(receiver, overtaken);
  }

  /** Among all messages, and among those of its class. */
  private void count(StampScanner stamp, Consumer<PhaseTally> event) {
    event.accept(all.phase(stamp.kind()));
    if (classes.length > 0) {
      event.accept(classes[stamp.messageClass()].messages().phase(stamp.kind()));
    }
  }

  /** A stroke of an earlier stage: it arrived, and that is all that is said of it. */
  void late(long receivedNs) {
    received(receivedNs);
  }

  void corrupt(long receivedNs) {
    all.phase(stage.kindAt(receivedNs)).countCorrupt();
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

  void ringWasShort(long times, long nowNs) {
    if (stage.hold().contains(nowNs)) {
      reads.ringWasShort(times);
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
    return all.phase(kind);
  }

  /** Of all classes. */
  MessageShare messages() {
    return all;
  }

  /** One of several classes. */
  ClassShare ofClass(int messageClass) {
    return classes[messageClass];
  }

  ArrivalSeconds seconds() {
    return seconds;
  }

  ReadTally reads() {
    return reads;
  }

  /** Of nothing where users have no replicas of their own. */
  PathTimes paths() {
    return paths;
  }

  /** Of nobody where boards are not shared. */
  OthersMessages others() {
    return others;
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
      if (receivedNs < (isSender ? stamp.sentNs() : intendedNs)) {
        tally.increment(Figure.NEGATIVE_TIMES);
      }
      recordPath(receiver, stamp, receivedNs);
      MessageShare ofClass =
          classes.length > 0
              ? recordIn(classes[stamp.messageClass()], stamp, isSender, receivedNs)
              : all;
      if (!areBoardsShared) { // else what the others have belongs to both
        recordReach(messages, index, delivered, phase, ofClass);
        if (!isSender) { // who saw its points when it drew them
          TimeHistograms.record(ofClass.pointAge(), messages.firstPointNs(index), receivedNs);
        }
      }
    }
    PhaseTimes times = seconds.times(second, stamp.kind());
    times.recordDelivery(intendedNs, receivedNs);
    if (isSender) {
      phase.countRoundTrip(intendedNs, receivedNs);
      times.recordRoundTrip(intendedNs, stamp.sentNs(), receivedNs);
    }
  }

  private void recordReach(
      SenderMessages messages, int index, int delivered, PhaseTally phase, MessageShare ofClass) {
    long intendedNs = messages.intendedNs(index);
    long reachedNs = messages.latestNs(index);
    int expected = messages.expected(index);
    all.reach().delivered(delivered, expected, intendedNs, reachedNs);
    if (ofClass != all) {
      ofClass.reach().delivered(delivered, expected, intendedNs, reachedNs);
    }
    if (delivered == expected) {
      phase.countReached(intendedNs, reachedNs);
    }
  }

  /** Its times of a delivery; returns where the rest is to be recorded. */
  private static MessageShare recordIn(
      ClassShare of, StampScanner stamp, boolean isSender, long receivedNs) {
    of.times().recordDelivery(stamp.intendedNs(), receivedNs);
    if (isSender) {
      of.times().recordRoundTrip(stamp.intendedNs(), stamp.sentNs(), receivedNs);
    }
    return of.messages();
  }
}
