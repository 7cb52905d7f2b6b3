package org.boardbench.account.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.boardbench.account.ledger.ScriptedTrial.MS;

import java.util.List;
import org.boardbench.account.ledger.ScriptedTrial.Message;
import org.boardbench.account.record.Phase;
import org.boardbench.account.result.SecondResult;
import org.boardbench.account.result.StageResult;
import org.boardbench.results.row.SecondRecord;
import org.junit.jupiter.api.Test;

class StageSecondsTest {
  private static String row(SecondResult second) {
    SecondRecord.Messages messages = second.messages();
    return "%s second %d users %d sent %d received %d rtt %d expected %d lost %d length %d"
        .formatted(
            second.phase().tag(),
            second.second(),
            second.users(),
            messages.sent(),
            messages.received(),
            second.rtt().count(),
            messages.expected(),
            messages.lost(),
            second.lengthNs() / MS);
  }

  private static List<String> rows(StageResult result) {
    return result.seconds().stream().map(StageSecondsTest::row).toList();
  }

  @Test
  void eachThingIsCountedInTheSecondThatItBelongsTo() {
    ScriptedTrial trial = new ScriptedTrial(2, 1, 2);
    trial.at(5000).open(1);
    trial.at(5100).loopOf(0).joined(0);
    trial.at(6200).loopOf(1).joined(1);
    trial.accounts.hold(6300 * MS, 8000 * MS);

    // Intended in one second, sent in the next, received in the one after that.
    Message slow = trial.send(0, Phase.Kind.HOLD, 6900, 7100);
    Message lost = trial.send(1, 7500);
    trial.deliverTo(slow, 8050, 0, 1);
    trial.deliver(lost, 0, 8050);
    trial.at(8100).loopOf(1).left(1);

    assertThat(rows(trial.at(8250).close()))
        .containsExactly(
            "r1 second 0 users 1 sent 0 received 0 rtt 0 expected 0 lost 0 length 1000",
            // The border is at 6300 ms: a second belongs to where it starts.
            "r1 second 1 users 2 sent 0 received 0 rtt 0 expected 2 lost 0 length 1000",
            "h1 second 2 users 2 sent 2 received 0 rtt 0 expected 2 lost 1 length 1000",
            "h1 second 3 users 1 sent 0 received 3 rtt 1 expected 0 lost 0 length 250");
  }

  @Test
  void secondsGoOnOverTheStagesAndTheWarmUpHasItsOwn() {
    ScriptedTrial trial = new ScriptedTrial(1, 1, 1);
    trial.at(100).open(0);
    trial.joinAll();
    assertThat(rows(trial.at(1600).close()))
        .containsExactly(
            "w second 0 users 1 sent 0 received 0 rtt 0 expected 0 lost 0 length 1000",
            "w second 1 users 1 sent 0 received 0 rtt 0 expected 0 lost 0 length 500");

    trial.at(2000).open(1);
    trial.accounts.hold(2000 * MS, 3400 * MS);
    assertThat(rows(trial.at(3400).close()))
        .containsExactly(
            "h1 second 0 users 1 sent 0 received 0 rtt 0 expected 0 lost 0 length 1000",
            "h1 second 1 users 1 sent 0 received 0 rtt 0 expected 0 lost 0 length 400");

    trial.at(3500).open(2);
    assertThat(rows(trial.at(5000).close()))
        .containsExactly(
            "r2 second 1 users 1 sent 0 received 0 rtt 0 expected 0 lost 0 length 500",
            "r2 second 2 users 1 sent 0 received 0 rtt 0 expected 0 lost 0 length 1000");
  }

  @Test
  void arrivalsOfDifferentSocketsNeedNotComeInOrderOfTime() {
    ScriptedTrial trial = ScriptedTrial.inHold(2, 1, 1);
    Message message = trial.send(0, 1000);

    trial.deliver(message, 0, 2001);
    trial.deliver(message, 1, 1999);

    List<SecondResult> seconds = trial.at(3000).close().seconds();
    assertThat(seconds)
        .extracting(second -> second.messages().received())
        .containsExactly(0L, 1L, 1L);
    assertThat(seconds.get(2).rtt().count()).isEqualTo(1);
  }

  @Test
  void secondsAddUpToTheStage() {
    ScriptedTrial trial = ScriptedTrial.inHold(3, 1, 2);
    for (int n = 0; n < 40; n++) {
      Message message = trial.send(n % 3, 1000 + 97L * n);
      for (int receiver = 0; receiver < 3; receiver++) {
        if ((n + receiver) % 5 != 0) {
          trial.deliver(message, receiver, 1000 + 97L * n + 700);
        }
      }
    }

    StageResult result = trial.at(7000).close();
    List<SecondRecord.Messages> messages =
        result.seconds().stream().map(SecondResult::messages).toList();
    assertThat(messages.stream().mapToLong(SecondRecord.Messages::sent).sum()).isEqualTo(40);
    assertThat(messages.stream().mapToLong(SecondRecord.Messages::expected).sum())
        .isEqualTo(result.hold().expected());
    assertThat(messages.stream().mapToLong(SecondRecord.Messages::lost).sum())
        .isEqualTo(result.hold().lost())
        .isEqualTo(24);
    assertThat(messages.stream().mapToLong(SecondRecord.Messages::received).sum())
        .isEqualTo(result.hold().delivered());
    assertThat(result.seconds().stream().mapToLong(SecondResult::lengthNs).sum())
        .isEqualTo(7000 * MS);
  }
}
