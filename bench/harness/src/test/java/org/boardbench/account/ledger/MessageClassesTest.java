package org.boardbench.account.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.boardbench.account.ledger.ScriptedTrial.MS;

import org.assertj.core.data.Percentage;
import org.boardbench.account.ledger.ScriptedTrial.Message;
import org.boardbench.account.record.Phase;
import org.boardbench.account.record.TimeHistograms;
import org.boardbench.account.result.MessageResult;
import org.boardbench.account.result.OwedDeliveries;
import org.boardbench.account.result.StageResult;
import org.boardbench.results.row.MessageCounts;
import org.boardbench.scenario.BoardShare;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two users on one board send messages of two classes; the hold is from 1 s to 11 s. */
class MessageClassesTest {
  private static final Phase HOLD = new Phase(Phase.Kind.HOLD, 1);

  private final ScriptedTrial trial = new ScriptedTrial(BoardShare.whole(1, 2), 1, 2);

  @BeforeEach
  void hold() {
    trial.open(1);
    trial.joinAll();
    trial.at(1000).accounts.hold(1000 * MS, 11_000 * MS);
  }

  private Message send(int messageClass, long ms) {
    Message message = trial.begin(0, messageClass, Phase.Kind.HOLD, ms, ms);
    trial.loopOf(0).sent(0);
    return message;
  }

  @Test
  void eachClassHasItsOwnTimesAndCountsAndTheRowHasBoth() {
    trial.deliverTo(send(0, 1000), 1002, 0, 1);
    trial.deliverTo(send(1, 1010), 1050, 0, 1, 1);
    trial.deliverTo(send(1, 1020), 1060, 1);

    StageResult result = trial.close();
    MessageResult first = result.classes().getFirst();
    MessageResult second = result.classes().getLast();
    assertThat(first.hold()).isEqualTo(new MessageCounts(0, 1, 2, 2, 0, 0, 0, 0));
    assertThat(second.hold()).isEqualTo(new MessageCounts(0, 2, 4, 3, 1, 0, 0, 0));
    assertThat(result.hold()).isEqualTo(new MessageCounts(0, 3, 6, 5, 1, 0, 0, 0));
    assertThat(maxNs(first)).isCloseTo(2 * MS, Percentage.withPercentage(1));
    assertThat(maxNs(second)).isCloseTo(40 * MS, Percentage.withPercentage(1));
    assertThat(result.rtt().count()).isEqualTo(2);
    assertThat(result.reach().all().count()).isEqualTo(2);
    assertThat(second.times().reach().all().getTotalCount()).isEqualTo(1);
  }

  private static long maxNs(MessageResult of) {
    return TimeHistograms.figures(of.times().delivery()).maxNs();
  }

  @Test
  void whatIsOwedAndUnservedIsKnownOfEachClass() {
    trial.loopOf(0).unserved(0, 1, HOLD, 2000 * MS);
    trial.deliverTo(send(0, 3000), 3001, 0, 1);

    StageResult result =
        trial
            .at(12_000)
            .accounts
            .closeStage(
                StageObservations.scheduled(
                    0,
                    visitor -> {
                      visitor.message(0, 1, 2000 * MS, 250);
                      visitor.message(0, 0, 3000 * MS, 400);
                    },
                    12_000 * MS));

    assertThat(result.classes().getFirst().owed()).isEqualTo(new OwedDeliveries(2, 0, 0));
    assertThat(result.classes().getFirst().unserved()).isZero();
    assertThat(result.classes().getLast().owed()).isEqualTo(new OwedDeliveries(2, 2, 0));
    assertThat(result.classes().getLast().unserved()).isEqualTo(1);
    assertThat(result.classes().getLast().coverage().censored().count()).isEqualTo(1);
    assertThat(result.classes().getFirst().sentBytes()).isEqualTo(400);
    assertThat(result.classes().getLast().sentBytes()).as("it was never sent").isZero();
    assertThat(result.owed()).isEqualTo(new OwedDeliveries(4, 2, 0));
    assertThat(result.coverage().complete()).isEqualTo(1);
  }

  @Test
  void aStampWithAnotherClassThanTheMessageHadIsOfNoMessage() {
    Message message = send(1, 1000);
    String asFirst = message.stamp().replaceFirst("\\.h1[a-z]\\.", ".h1.");

    assertThat(asFirst).isNotEqualTo(message.stamp());
    assertThat(trial.deliver(new Message(0, asFirst), 0, 1001))
        .isEqualTo(LoopAccounts.Outcome.NOT_A_STROKE);
    assertThat(trial.deliver(message, 0, 1002)).isEqualTo(LoopAccounts.Outcome.COUNTED);
  }

  @Test
  void aClassThatTheTrialDoesNotHaveIsRefused() {
    assertThatThrownBy(() -> trial.begin(0, 2, Phase.Kind.HOLD, 1000, 1000))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("message class 2");
  }
}
