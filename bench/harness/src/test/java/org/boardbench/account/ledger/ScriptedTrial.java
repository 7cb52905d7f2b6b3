package org.boardbench.account.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.boardbench.account.record.Phase;
import org.boardbench.account.result.StageResult;
import org.boardbench.plan.model.StageSpec;
import org.boardbench.plan.model.WorkloadSpec;
import org.boardbench.protocol.StampForm;
import org.boardbench.scenario.BoardShare;

/**
 * A trial whose every event and time a test scripts. User {@code u} belongs to loop {@code u %
 * loops}. Times are milliseconds of the run clock.
 */
public final class ScriptedTrial {
  public static final long MS = 1_000_000;

  /** A message on its way. */
  public record Message(int sender, String stamp) {
    String json() {
      return "{\"type\":\"stroke\",\"stamp\":\"" + stamp + "\",\"pad\":\"\"}";
    }
  }

  public final TrialAccounts accounts;
  private final int users;
  private final BoardShare share;
  private final int loops;
  private long nowNs;
  private int stage;

  public ScriptedTrial(int users, int boards, int loops) {
    this(BoardShare.whole(boards, users), loops, 1);
  }

  /** One driver's part of a trial. */
  public ScriptedTrial(BoardShare share, int loops, int messageClasses) {
    this(share, 1, loops, messageClasses);
  }

  /** Of a server with replicas to which users connect themselves. */
  ScriptedTrial(BoardShare share, int replicas, int loops, int messageClasses) {
    this.users = share.boards().users();
    this.share = share;
    this.loops = loops;
    this.accounts =
        new TrialAccounts(
            new WorkloadSpec(share.boards().boards(), 1, 300),
            300,
            messageClasses,
            StampForm.JSON_VALUE,
            share,
            replicas,
            loops,
            () -> nowNs);
  }

  /** One stage is open, everybody has joined, and the hold lasts from 1 s to 11 s. */
  public static ScriptedTrial inHold(int users, int boards, int loops) {
    ScriptedTrial trial = new ScriptedTrial(users, boards, loops);
    trial.open(1);
    trial.joinAll();
    trial.at(1000).accounts.hold(1000 * MS, 11_000 * MS);
    return trial;
  }

  public ScriptedTrial at(long ms) {
    nowNs = ms * MS;
    return this;
  }

  public void open(int number) {
    stage = number;
    accounts.openStage(
        number, new StageSpec(users, Duration.ofSeconds(1), Duration.ofSeconds(10)), nowNs);
  }

  public StageResult close() {
    return accounts.closeStage(StageObservations.scheduled(0, visitor -> {}, 0));
  }

  void joinAll() {
    share.users(users).forEach(user -> loopOf(user).joined(user));
  }

  public LoopAccounts loopOf(int user) {
    return accounts.loop(user % loops);
  }

  /** Sent when it was intended. */
  public Message send(int sender, long ms) {
    return send(sender, Phase.Kind.HOLD, ms, ms);
  }

  public Message send(int sender, Phase.Kind kind, long intendedMs, long sentMs) {
    Message message = begin(sender, kind, intendedMs, sentMs);
    loopOf(sender).sent(sender);
    return message;
  }

  /** The kernel has not taken it so far. */
  Message begin(int sender, Phase.Kind kind, long intendedMs, long sentMs) {
    return begin(sender, 0, kind, intendedMs, sentMs);
  }

  Message begin(int sender, int messageClass, Phase.Kind kind, long intendedMs, long sentMs) {
    return begin(sender, messageClass, kind, intendedMs * MS, intendedMs * MS, sentMs * MS);
  }

  /** Times in ns. */
  Message begin(
      int sender,
      int messageClass,
      Phase.Kind kind,
      long firstPointNs,
      long intendedNs,
      long sentNs) {
    CharSequence stamp =
        loopOf(sender)
            .sending(
                sender, messageClass, new Phase(kind, stage), firstPointNs, intendedNs, sentNs);
    return new Message(sender, stamp.toString());
  }

  public LoopAccounts.Outcome deliver(Message message, int receiver, long ms) {
    return frame(message.json(), receiver, ms);
  }

  public void deliverTo(Message message, long ms, int... receivers) {
    for (int receiver : receivers) {
      deliver(message, receiver, ms);
    }
  }

  LoopAccounts.Outcome frame(String text, int receiver, long ms) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return loopOf(receiver).frame(receiver, bytes, 0, bytes.length, ms * MS);
  }
}
