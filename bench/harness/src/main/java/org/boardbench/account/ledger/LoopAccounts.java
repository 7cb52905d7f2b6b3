package org.boardbench.account.ledger;

import java.util.function.Consumer;
import org.boardbench.account.record.Phase;
import org.boardbench.account.record.StampScanner;
import org.boardbench.account.record.Tally;
import org.boardbench.account.record.Tally.Figure;
import org.boardbench.core.RunClock;
import org.boardbench.protocol.StampForm;

/**
 * What one driver loop counts. Single writer: only the loop's thread calls it. Once a stage is open
 * nothing here locks or logs, and nothing allocates for a delivery: only the stamp of a message,
 * and once a second that second's histograms.
 */
public final class LoopAccounts {
  /** What {@link #frame} made of a frame. */
  public enum Outcome {
    /**
     * One stroke of this trial or several; counted, whatever they were (delivery, duplicate,
     * misrouted, late).
     */
    COUNTED,
    /** Counted, and the frame holds something else that the protocol's session must hear of. */
    COUNTED_BESIDE_OTHERS,
    /** No stamp of a measured phase: the protocol's session must say what it is. */
    NOT_A_STROKE
  }

  /** What {@code "type":"error"} has in every spelling of the object; no stroke has it. */
  private static final ByteSearch ERROR = new ByteSearch("\"error");

  private final BoardRoster roster;
  private final Stays stays;
  private final RunClock clock;
  private final StampScanner scanner;

  /**
   * A shorter frame has no room for two messages, in whatever way they are serialized; of a stamp
   * that is a word nobody knows what is around it.
   */
  private final int severalBytes;

  private final StageGate gate = new StageGate();
  private final Tally tally = new Tally();

  /**
   * @param messageBytes size of the smallest message, which is the shortest way to write it
   */
  LoopAccounts(TrialState trial, int messageBytes, StampForm form, RunClock clock) {
    this.severalBytes = form == StampForm.WORD ? 0 : 2 * messageBytes;
    this.roster = trial.roster();
    this.stays = trial.stays();
    this.clock = clock;
    this.scanner = new StampScanner(trial.boards().users(), form);
  }

  /** {@code user} is a member of its board from now on. Does nothing when it was one already. */
  public void joined(int user) {
    if (roster.join(user)) {
      stays.joined(user, clock.nowNs());
      membersChanged(1);
    }
  }

  /**
   * {@code user} has left: nothing sent from now on is expected at it. Does nothing when it was no
   * member.
   */
  public void left(int user) {
    if (roster.leave(user)) {
      stays.left(user, clock.nowNs());
      membersChanged(-1);
    }
  }

  /**
   * {@code user} ends its stay, joined or not: what is sent from now on is nothing to it. What was
   * sent before is expected at it until it has {@link #left}.
   */
  public void goneOut(int user) {
    if (roster.goOut(user)) {
      stays.left(user, clock.nowNs());
      membersChanged(-1);
    }
  }

  /** {@code user} is to be there again after it had {@link #goneOut}, and could not join. */
  public void keptAway(int user) {
    roster.keptAway(user);
  }

  /** A joined user's connection has ended, which nobody had planned; it has {@link #left} too. */
  public void disconnected() {
    inOpenStage(stage -> stage.disconnected(clock.nowNs()));
  }

  /** A user who was disconnected has {@link #joined} again. */
  public void reconnected() {
    inOpenStage(stage -> stage.reconnected(clock.nowNs()));
  }

  /** An attempt to connect or to join has failed. */
  public void connectFailed() {
    inOpenStage(StageShare::connectFailed);
  }

  /**
   * {@code user}'s message that was intended for then is not sent, because the server had no
   * connection for the user or took no more bytes.
   */
  public void unserved(int user, int messageClass, Phase phase, long intendedNs) {
    StageShare stage = gate.enter();
    try {
      if (stage != null) {
        stage.unserved(user, messageClass, phase, intendedNs);
      }
    } finally {
      gate.leave();
    }
  }

  /**
   * Opens the account of {@code user}'s next message: who is expected to get it is fixed here. Call
   * right before the bytes go to the kernel, then {@link #sent} or {@link #notSent}. A message that
   * is still between the two when the stage is closed was not sent.
   *
   * @param messageClass the number of the message's class
   * @param firstPointNs when the first of the points that it brings was drawn; the intended time
   *     where it has none of its own
   * @param sentNs taken before the stamp is written, because it stands in it: what the frame's
   *     building takes is in the service time. From here to the write it was 0.1 µs in the median
   *     for one message after another, 1.4 µs (p99: 7 µs) for one after a sleep of 1 ms, of 300
   *     bytes, raw and STOMP alike
   * @return the message's stamp, good until the next call
   * @throws IllegalStateException when the phase's stage is not open, or the user's last message is
   *     still between the two
   */
  public CharSequence sending(
      int user, int messageClass, Phase phase, long firstPointNs, long intendedNs, long sentNs) {
    StageShare stage = gate.enter();
    try {
      if (stage == null) {
        throw new IllegalStateException("no stage is open for " + phase.tag());
      }
      return stage.sending(user, messageClass, phase, firstPointNs, intendedNs, sentNs);
    } finally {
      gate.leave();
    }
  }

  /** The kernel took all bytes of {@code user}'s last message. */
  public void sent(int user) {
    StageShare stage = gate.enter();
    try {
      if (stage != null) {
        stage.sent(user);
      }
    } finally {
      gate.leave();
    }
  }

  /** {@code user}'s last message never left: it is taken back from the account. */
  public void notSent(int user) {
    StageShare stage = gate.enter();
    try {
      if (stage != null) {
        stage.notSent(user);
      }
    } finally {
      gate.leave();
    }
  }

  /**
   * Takes one complete text frame that {@code receiver} got. Of several messages in it each is a
   * delivery of its own, and all have come at {@code receivedNs}.
   */
  public Outcome frame(int receiver, byte[] bytes, int offset, int length, long receivedNs) {
    if (length >= severalBytes) {
      return several(receiver, bytes, offset, offset + length, receivedNs);
    }
    return scanner.scan(receiver, bytes, offset, length)
        ? stroke(receiver, receivedNs)
        : Outcome.NOT_A_STROKE;
  }

  private Outcome several(int receiver, byte[] bytes, int from, int end, long receivedNs) {
    boolean counted = false;
    int at = scanner.next(bytes, from, end);
    boolean others = scanner.passedUnreadable();
    while (at >= 0) {
      counted = true;
      if (stroke(receiver, receivedNs) == Outcome.NOT_A_STROKE) {
        corrupt(receiver, receivedNs); // the stamp of a message that was never sent
      }
      at = scanner.next(bytes, at, end);
      others |= scanner.passedUnreadable();
    }
    if (!counted) {
      return Outcome.NOT_A_STROKE;
    }
    return others || ERROR.isIn(bytes, from, end) ? Outcome.COUNTED_BESIDE_OTHERS : Outcome.COUNTED;
  }

  /** Whether a message that {@code receiver} got carries a stamp of a measured phase. */
  public boolean isStroke(int receiver, byte[] bytes, int offset, int length) {
    return scanner.scan(receiver, bytes, offset, length);
  }

  /** Counts the stroke whose stamp the scanner has just read. */
  private Outcome stroke(int receiver, long receivedNs) {
    StageShare stage = gate.enter();
    try {
      boolean current = stage != null && scanner.stage() == stage.number();
      boolean known =
          current ? stage.stroke(receiver, scanner, receivedNs, tally) : late(stage, receivedNs);
      if (!known) {
        return Outcome.NOT_A_STROKE;
      }
      tally.increment(Figure.RECEIVED);
      return Outcome.COUNTED;
    } finally {
      gate.leave();
    }
  }

  /**
   * Whether a message of the open stage may still come to {@code user} as a delivery that counts.
   * What was sent to an earlier connection of the user's never comes, and a number that the window
   * of those seen has left behind would be taken for a copy.
   *
   * @param overtaken whether one counts that a later one of its sender has come before
   */
  public boolean awaits(int user, boolean overtaken) {
    StageShare stage = gate.enter();
    try {
      return stage != null && stage.awaits(user, overtaken);
    } finally {
      gate.leave();
    }
  }

  /** A frame at {@code receiver} that nobody could read. */
  public void corrupt(int receiver, long receivedNs) {
    StageShare stage = gate.enter();
    try {
      if (stage != null) {
        stage.corrupt(receivedNs);
      }
    } finally {
      gate.leave();
    }
  }

  /**
   * A read that took {@code bytes} off the socket and completed {@code frames} frames.
   *
   * @param ownStamp whether the last of them ended with the read, so that the time of arrival is
   *     its own; of all others it is an upper bound
   * @param receivedNs when the read's last byte arrived, by the kernel's clock; equal to {@code
   *     readNs} when only the driver's clock tells
   * @param readNs the moment after the read
   */
  public void read(long bytes, int frames, boolean ownStamp, long receivedNs, long readNs) {
    tally.add(Figure.RX_BYTES, bytes);
    StageShare stage = gate.enter();
    try {
      if (stage != null) {
        stage.read(bytes, frames, ownStamp, receivedNs, readNs);
      }
    } finally {
      gate.leave();
    }
  }

  /**
   * A read came so late that more had gathered behind what was already waiting.
   *
   * @param bufferPct how full the socket's receive buffer had become
   */
  public void readLate(double bufferPct, long readNs) {
    StageShare stage = gate.enter();
    try {
      if (stage != null) {
        stage.readLate(bufferPct, readNs);
      }
    } finally {
      gate.leave();
    }
  }

  /** {@code bytes} went to the socket. */
  public void wrote(long bytes, long nowNs) {
    tally.add(Figure.TX_BYTES, bytes);
    StageShare stage = gate.enter();
    try {
      if (stage != null) {
        stage.wrote(bytes, nowNs);
      }
    } finally {
      gate.leave();
    }
  }

  /** One iteration of the loop, from the wake-up to the next wait. */
  public void iterated(long startNs, long endNs) {
    StageShare stage = gate.enter();
    try {
      if (stage != null) {
        stage.iterated(startNs, endNs);
      }
    } finally {
      gate.leave();
    }
  }

  /**
   * The kernel's clock has moved against the run clock.
   *
   * @param byNs since {@code sinceNs}
   */
  public void kernelClockMoved(long byNs, long sinceNs, long nowNs) {
    StageShare stage = gate.enter();
    try {
      if (stage != null) {
        stage.kernelClockMoved(byNs, sinceNs, nowNs);
      }
    } finally {
      gate.leave();
    }
  }

  /** The kernel's clock put an arrival after its read: the two clocks disagree. */
  public void arrivedAfterRead(long readNs) {
    StageShare stage = gate.enter();
    try {
      if (stage != null) {
        stage.arrivedAfterRead(readNs);
      }
    } finally {
      gate.leave();
    }
  }

  /** An iteration of a loop on io_uring has ended, in which its ring was too small so often. */
  public void ringWasShort(long times, long nowNs) {
    StageShare stage = gate.enter();
    try {
      if (stage != null) {
        stage.ringWasShort(times, nowNs);
      }
    } finally {
      gate.leave();
    }
  }

  StageGate gate() {
    return gate;
  }

  /** Counts over all stages. */
  Tally tally() {
    return tally;
  }

  /** Returns false when no stage so far can have sent it. */
  private boolean late(StageShare stage, long receivedNs) {
    if (stage != null) {
      if (scanner.stage() > stage.number()) {
        return false;
      }
      stage.late(receivedNs);
    }
    tally.increment(Figure.LATE);
    return true;
  }

  private void membersChanged(int change) {
    inOpenStage(stage -> stage.membersChanged(change, clock.nowNs()));
  }

  /** For what happens to a connection: what happens to a delivery cannot have an object made. */
  private void inOpenStage(Consumer<StageShare> event) {
    StageShare stage = gate.enter();
    try {
      if (stage != null) {
        event.accept(stage);
      }
    } finally {
      gate.leave();
    }
  }
}
