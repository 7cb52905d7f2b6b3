package org.boardbench.calibrate;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.boardbench.account.ledger.ScriptedResult;
import org.boardbench.account.result.StageResult;
import org.boardbench.plan.model.StageSpec;
import org.boardbench.results.row.MessageCounts;
import org.boardbench.results.row.TimeFigures;

/** A driver's account of a stage of 100 messages to 4 receivers each; a test says what else. */
final class ScriptedStage {
  static final long MESSAGES = 100;
  static final long EXPECTED = 400;

  long sent = MESSAGES;
  long lost;
  long duplicated;
  long reordered;
  long corrupt;
  long misrouted;
  long received = EXPECTED;
  long stallMaxNs;
  int joined = 12;
  Map<String, Integer> connectFailures = Map.of();
  Map<String, Integer> disconnects = Map.of();
  List<StageResult.Interval> intervals = List.of();
  TimeFigures rtt = times(1_000_000);
  TimeFigures sendDelay = times(20_000);

  /** p50, p95, p99 and maximum are 1, 2, 3 and 4 µs more. */
  static TimeFigures times(long ns) {
    return new TimeFigures(
        MESSAGES, ns, ns + 1_000, ns + 2_000, ns + 3_000, ns + 3_500, ns + 4_000);
  }

  StageResult result() {
    ScriptedResult stage = new ScriptedResult();
    stage.spec = new StageSpec(12, Duration.ZERO, Duration.ofSeconds(1));
    stage.holdEndNs = 1_000_000_000;
    stage.joined = joined;
    stage.connectFailures = connectFailures;
    stage.disconnects = disconnects;
    stage.hold =
        new MessageCounts(
            MESSAGES, sent, EXPECTED, EXPECTED - lost, duplicated, reordered, corrupt, misrouted);
    stage.receivedInHold = received;
    stage.rtt = rtt;
    stage.service = rtt;
    stage.delivery = rtt;
    stage.sendDelay = sendDelay;
    stage.driverSendDelay = sendDelay;
    stage.stallMaxNs = stallMaxNs;
    stage.intervals = intervals;
    return stage.result();
  }
}
