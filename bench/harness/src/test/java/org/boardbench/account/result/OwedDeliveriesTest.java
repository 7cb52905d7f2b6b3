package org.boardbench.account.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.boardbench.account.ledger.ScriptedTrial.MS;

import java.time.Duration;
import java.util.OptionalLong;
import org.assertj.core.data.Percentage;
import org.boardbench.account.ledger.PlannedMessages;
import org.boardbench.account.ledger.ScriptedTrial;
import org.boardbench.account.ledger.ScriptedTrial.Message;
import org.boardbench.account.ledger.StageObservations;
import org.boardbench.account.record.Phase;
import org.boardbench.plan.model.StageSpec;
import org.boardbench.results.row.StageRecord;
import org.junit.jupiter.api.Test;

/**
 * Six users on two boards; the hold is from 1 s to 11 s, of which the schedule has what it says.
 */
class OwedDeliveriesTest {
  private static final Phase HOLD = new Phase(Phase.Kind.HOLD, 1);
  private static final long DEADLINE_NS = 15_000 * MS;

  private final ScriptedTrial trial = ScriptedTrial.inHold(6, 2, 2);

  private StageResult close(PlannedMessages planned) {
    return trial
        .at(15_100)
        .accounts
        .closeStage(StageObservations.scheduled(0, planned, DEADLINE_NS));
  }

  private static PlannedMessages sendsOf(int user, long... ms) {
    return visitor -> {
      for (long time : ms) {
        visitor.message(user, 0, time * MS, 300);
      }
    };
  }

  private static long parts(StageResult result) {
    OwedDeliveries owed = result.owed();
    return result.hold().delivered() + result.hold().lost() + owed.unserved() + owed.away();
  }

  @Test
  void whatIsOwedGoesToThoseWhoGotItWhoLostItWhoWereAwayAndToWhatWasNeverSent() {
    Message all = trial.send(0, 2000);
    trial.deliverTo(all, 2001, 0, 2, 4);
    trial.loopOf(4).left(4);
    Message two = trial.send(0, 3000);
    trial.deliverTo(two, 3001, 0);
    trial.loopOf(0).left(0);
    trial.loopOf(0).unserved(0, 0, HOLD, 4000 * MS);

    StageResult result = close(sendsOf(0, 2000, 3000, 4000));

    assertThat(result.hold().scheduled()).isEqualTo(3);
    assertThat(result.unserved()).isEqualTo(1);
    assertThat(result.owed()).isEqualTo(new OwedDeliveries(9, 3, 1));
    assertThat(result.hold().lost()).isEqualTo(1);
    assertThat(parts(result)).isEqualTo(9);
  }

  @Test
  void whoComesBackIsAwayNoMoreAndExpectedAgain() {
    trial.loopOf(2).left(2);
    trial.loopOf(2).left(2);
    trial.loopOf(2).joined(2);
    trial.loopOf(2).joined(2);
    trial.send(0, 2000);

    StageResult result = close(sendsOf(0, 2000));

    assertThat(result.owed()).isEqualTo(new OwedDeliveries(3, 0, 0));
    assertThat(result.hold().expected()).isEqualTo(3);
  }

  @Test
  void secondsOweByTheIntendedTimeAndThoseOfTheRampOweNothing() {
    trial.loopOf(0).unserved(0, 0, HOLD, 2400 * MS);
    trial.at(2500).loopOf(0).disconnected();
    trial.at(3600).loopOf(0).reconnected();

    StageResult result = close(sendsOf(0, 1500, 2400, 2900));

    assertThat(result.seconds().subList(0, 4))
        .extracting(second -> second.messages().owed())
        .containsExactly(
            OptionalLong.empty(), OptionalLong.of(3), OptionalLong.of(6), OptionalLong.of(0));
    assertThat(result.seconds().subList(0, 4))
        .extracting(second -> second.messages().unserved())
        .containsExactly(0L, 0L, 1L, 0L);
    assertThat(result.seconds().get(2).changes().disconnects()).isEqualTo(1);
    assertThat(result.seconds().get(3).changes().reconnects()).isEqualTo(1);
  }

  @Test
  void whatDidNotComeBackCountsUntilTheDrainsDeadline() {
    Message back = trial.send(0, 2000);
    trial.deliverTo(back, 2007, 0, 2, 4);
    Message reached = trial.send(0, 3000);
    trial.deliverTo(reached, 3001, 2, 4);

    StageResult result = close(sendsOf(0, 2000, 3000, 4000));

    StageRecord.Coverage coverage = result.coverage();
    assertThat(coverage.returned()).isEqualTo(1);
    assertThat(coverage.complete()).isEqualTo(1);
    assertThat(result.rtt().count()).isEqualTo(1);
    assertThat(coverage.censored().count()).isEqualTo(3);
    assertThat(coverage.censored().p50Ns()).isCloseTo(11_000 * MS, within1Percent());
    assertThat(coverage.censored().maxNs()).isCloseTo(12_000 * MS, within1Percent());
  }

  private static Percentage within1Percent() {
    return Percentage.withPercentage(1);
  }

  @Test
  void usersWhoAreNotOfTheStageAreOwedNothing() {
    trial.close();
    ScriptedTrial larger = new ScriptedTrial(6, 2, 1);
    larger.accounts.openStage(1, new StageSpec(4, Duration.ofSeconds(1), Duration.ofSeconds(1)), 0);
    for (int user = 0; user < 3; user++) {
      larger.loopOf(user).joined(user);
    }
    larger.accounts.hold(0, 1000 * MS);
    larger.loopOf(0).sending(0, 0, HOLD, 5 * MS, 5 * MS, 5 * MS);
    larger.loopOf(0).sent(0);
    larger.loopOf(1).sending(1, 0, HOLD, 6 * MS, 6 * MS, 6 * MS);
    larger.loopOf(1).sent(1);

    StageResult result =
        larger
            .at(2000)
            .accounts
            .closeStage(
                StageObservations.scheduled(
                    0,
                    visitor -> {
                      visitor.message(0, 0, 5 * MS, 300);
                      visitor.message(1, 0, 6 * MS, 300);
                    },
                    DEADLINE_NS));

    assertThat(result.hold().expected()).isEqualTo(2 + 1);
    assertThat(result.owed()).isEqualTo(new OwedDeliveries(4, 0, 1));
  }
}
