package org.boardbench.account.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.boardbench.account.ledger.ScriptedTrial.MS;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.boardbench.account.ledger.ScriptedTrial.Message;
import org.boardbench.account.record.Phase;
import org.boardbench.account.record.ReachTimes;
import org.boardbench.account.result.StageResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StageTimesTest {
  /** Three significant digits. */
  private static final Percentage DIGITS = Percentage.withPercentage(0.1);

  @Test
  void responseTimeCountsFromTheIntendedSendAndServiceTimeFromTheSent() {
    ScriptedTrial trial = ScriptedTrial.inHold(3, 1, 2);

    Message message = trial.send(1, Phase.Kind.HOLD, 1000, 1030);
    trial.deliver(message, 0, 1040);
    trial.deliver(message, 1, 1050);
    trial.deliver(message, 2, 1060);

    StageResult result = trial.close();
    assertThat(result.rtt().count()).isEqualTo(1);
    assertThat(result.rtt().maxNs()).isCloseTo(50 * MS, DIGITS);
    assertThat(result.service().count()).isEqualTo(1);
    assertThat(result.service().maxNs()).isCloseTo(20 * MS, DIGITS);
    assertThat(result.delivery().count()).isEqualTo(3);
    assertThat(result.delivery().meanNs()).isCloseTo(50 * MS, DIGITS);
    assertThat(result.delivery().p50Ns()).isCloseTo(50 * MS, DIGITS);
    assertThat(result.delivery().maxNs()).isCloseTo(60 * MS, DIGITS);
    assertThat(result.sendDelay().count()).isEqualTo(1);
    assertThat(result.sendDelay().maxNs()).isCloseTo(30 * MS, DIGITS);
  }

  @Test
  void whatTheRampSentIsNotInTheStagesTimes() {
    ScriptedTrial trial = ScriptedTrial.inHold(1, 1, 1);

    trial.deliver(trial.send(0, Phase.Kind.RAMP, 900, 950), 0, 1500);
    trial.deliver(trial.send(0, 1000), 0, 1002);

    StageResult result = trial.close();
    assertThat(result.delivery().count()).isEqualTo(1);
    assertThat(result.rtt().maxNs()).isCloseTo(2 * MS, DIGITS);
    assertThat(result.reach().all().count()).isEqualTo(1);
    assertThat(result.sendDelay().maxNs()).isZero();
  }

  @Test
  void aStallOfTheDriverShowsInTheResponseTimeOfEveryMessageThatWasDueInIt() {
    ScriptedTrial trial = ScriptedTrial.inHold(1, 1, 1);

    // A message is due every 10 ms and takes 1 ms; from 1200 to 1350 ms nothing can be sent.
    for (long dueMs = 1000; dueMs < 2000; dueMs += 10) {
      long sentMs = dueMs >= 1200 && dueMs < 1350 ? 1350 : dueMs;
      Message message = trial.send(0, Phase.Kind.HOLD, dueMs, sentMs);
      trial.deliver(message, 0, sentMs + 1);
    }

    StageResult result = trial.close();
    assertThat(result.service().maxNs()).isCloseTo(MS, DIGITS);
    assertThat(result.rtt().maxNs()).isCloseTo(151 * MS, DIGITS);
    // 15 of 100 messages waited, by 10 to 150 ms: so 5 % of them waited for more than 100 ms.
    assertThat(result.rtt().p95Ns()).isCloseTo(101 * MS, DIGITS);
    assertThat(result.rtt().meanNs()).isCloseTo(1e6 * (100 + 15 * 80) / 100, DIGITS);
    assertThat(result.sendDelay().maxNs()).isCloseTo(150 * MS, DIGITS);
  }

  @Test
  void anHourIsNotClipped() {
    ScriptedTrial trial = ScriptedTrial.inHold(2, 1, 1);
    long hourMs = 3_600_000;

    Message message = trial.send(0, Phase.Kind.HOLD, 1000, 1000);
    trial.deliver(message, 0, 1001);
    trial.deliver(message, 1, 1000 + hourMs);

    StageResult result = trial.at(1000 + hourMs).close();
    assertThat(result.delivery().maxNs()).isCloseTo(hourMs * MS, DIGITS);
    assertThat(result.reach().all().maxNs()).isCloseTo(hourMs * MS, DIGITS);
    assertThat(result.seconds()).hasSize(3601);
  }

  @Test
  void aClockThatPutsAnArrivalBeforeItsSendMakesItZero() {
    ScriptedTrial trial = ScriptedTrial.inHold(1, 1, 1);

    trial.deliver(trial.send(0, 1000), 0, 999);

    StageResult result = trial.close();
    assertThat(result.rtt().count()).isEqualTo(1);
    assertThat(result.rtt().maxNs()).isZero();
    assertThat(result.arrivals().negativeTimes()).isEqualTo(1);
  }

  @Test
  void aDeliveryThatIsLaterThanItsSendIsNoNegativeTime() {
    ScriptedTrial trial = ScriptedTrial.inHold(2, 1, 1);

    Message message = trial.send(0, Phase.Kind.HOLD, 1000, 1005);
    trial.deliver(message, 0, 1004); // its service time is below zero
    trial.deliver(message, 1, 1004); // has a delivery time only, from 1000

    assertThat(trial.close().arrivals().negativeTimes()).isEqualTo(1);
  }

  @Test
  void allHaveItWhenTheLastArrivesAndNotWhenTheLastIsHandled() {
    ScriptedTrial trial = ScriptedTrial.inHold(3, 1, 3);

    Message message = trial.send(0, 1000);
    trial.deliver(message, 0, 1002);
    trial.deliver(message, 1, 1009);
    trial.deliver(message, 2, 1004);

    ReachTimes reach = trial.close().messages().times().reach();
    assertThat(reach.first().getMaxValue()).isCloseTo(2 * MS, DIGITS);
    assertThat(reach.all().getMaxValue()).isCloseTo(9 * MS, DIGITS);
  }

  /** Receiver n gets the message n ms after its intended send; so a share's time tells its n. */
  @ParameterizedTest
  @CsvSource({"1, 1, 1, 1", "2, 1, 2, 2", "3, 2, 3, 3", "20, 10, 19, 20", "100, 50, 95, 99"})
  void aShareIsReachedByTheDeliveryThatCompletesIt(int users, int half, int p95, int p99) {
    ScriptedTrial trial = ScriptedTrial.inHold(users, 1, 3);

    Message message = trial.send(0, Phase.Kind.HOLD, 1000, 1000);
    for (int n = 1; n <= users; n++) {
      trial.deliver(message, n - 1, 1000 + n);
      trial.deliver(message, n - 1, 1000 + n);
    }

    ReachTimes reach = trial.close().messages().times().reach();
    assertThat(reach.first().getMaxValue()).isCloseTo(MS, DIGITS);
    assertThat(reach.half().getMaxValue()).isCloseTo(half * MS, DIGITS);
    assertThat(reach.p95().getMaxValue()).isCloseTo(p95 * MS, DIGITS);
    assertThat(reach.p99().getMaxValue()).isCloseTo(p99 * MS, DIGITS);
    assertThat(reach.all().getMaxValue()).isCloseTo(users * MS, DIGITS);
    assertThat(List.of(reach.first(), reach.half(), reach.p95(), reach.p99(), reach.all()))
        .allMatch(share -> share.getTotalCount() == 1);
  }

  @Test
  void aMessageThatLostAReceiverNeverReachesAllOfThem() {
    ScriptedTrial trial = ScriptedTrial.inHold(4, 1, 1);

    trial.deliverTo(trial.send(0, 1000), 1005, 0, 1);

    ReachTimes reach = trial.close().messages().times().reach();
    assertThat(reach.first().getTotalCount()).isEqualTo(1);
    assertThat(reach.half().getTotalCount()).isEqualTo(1);
    assertThat(reach.p95().getTotalCount()).isZero();
    assertThat(reach.all().getTotalCount()).isZero();
  }

  @Test
  void intervalsAreTaggedByTheMessagesPhaseAndCutByTheSecondOfArrival() {
    ScriptedTrial trial = ScriptedTrial.inHold(2, 1, 2);

    Message ramp = trial.send(0, Phase.Kind.RAMP, 990, 990);
    Message hold = trial.send(1, Phase.Kind.HOLD, 1000, 1000);
    trial.deliver(ramp, 0, 999);
    trial.deliver(ramp, 1, 1500);
    trial.deliver(hold, 0, 1500);
    trial.deliver(hold, 1, 3700);
    List<StageResult.Interval> intervals = trial.at(3800).close().intervals();

    List<String> rows = new ArrayList<>();
    for (StageResult.Interval i : intervals) {
      rows.add(
          "%s %d-%d rtt %d service %d delivery %d"
              .formatted(
                  i.phase().tag(),
                  i.startNs() / MS,
                  i.endNs() / MS,
                  i.times().rtt().read().getTotalCount(),
                  i.times().service().read().getTotalCount(),
                  i.times().delivery().read().getTotalCount()));
    }
    assertThat(rows)
        .containsExactly(
            "r1 0-1000 rtt 1 service 1 delivery 1",
            "r1 1000-2000 rtt 0 service 0 delivery 1",
            "h1 1000-2000 rtt 0 service 0 delivery 1",
            "h1 3000-3800 rtt 1 service 1 delivery 1");
  }

  @Test
  void ofALongStageEverySecondCountsThoughMostWerePutAside() {
    ScriptedTrial trial = new ScriptedTrial(2, 1, 2);
    trial.open(1);
    trial.joinAll();
    trial.at(1000).accounts.hold(1000 * MS, 1001_000 * MS);
    for (int second = 1; second <= 1000; second++) {
      Message message = trial.send(0, 1000L * second);
      trial.deliver(message, 0, 1000L * second + 2);
      trial.deliver(message, 1, 1000L * second + 4);
      trial.accounts.prepare();
    }
    StageResult result = trial.at(1001_100).close();

    assertThat(result.rtt().count()).isEqualTo(1000);
    assertThat(result.delivery().count()).isEqualTo(2000);
    assertThat(result.intervals())
        .hasSize(1000)
        .allMatch(interval -> interval.times().rtt().figures().count() == 1)
        .allMatch(interval -> interval.times().delivery().figures().count() == 2);
    assertThat(result.seconds().subList(1, 1001))
        .allMatch(second -> second.rtt().count() == 1)
        .allMatch(second -> second.messages().received() == 2);
  }
}
