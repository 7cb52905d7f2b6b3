package org.boardbench.driver.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.assertj.core.data.Percentage;
import org.boardbench.account.result.StageResult;
import org.boardbench.driver.user.ScriptedGroup.ScriptedTransport;
import org.boardbench.plan.model.ReconnectSpec;
import org.junit.jupiter.api.Test;

/**
 * Users against a scripted clock and server. The hold is from 1000 to 2000 ms, due every 100 ms.
 */
class VirtualUserTest {
  /** Three significant digits. */
  private static final Percentage DIGITS = Percentage.withPercentage(0.1);

  private static final ReconnectSpec IMMEDIATE =
      ReconnectSpec.backoff(Duration.ZERO, Duration.ofMillis(1), Duration.ofMillis(1), 0);
  private static final ReconnectSpec BACKOFF =
      ReconnectSpec.backoff(
          Duration.ofMillis(10), Duration.ofMillis(50), Duration.ofMillis(150), 0);

  private static ScriptedGroup joined(int users, ReconnectSpec reconnect) {
    return joined(new ScriptedGroup(users, reconnect));
  }

  private static ScriptedGroup joined(ScriptedGroup scene) {
    scene.at(0);
    scene.open(1);
    while (scene.transports.size() < scene.group.users().size()) {
      scene.at(0);
    }
    scene.transports.forEach(ScriptedTransport::join);
    return scene;
  }

  private static ScriptedGroup inHold(int users, ReconnectSpec reconnect) {
    return inHold(new ScriptedGroup(users, reconnect));
  }

  private static ScriptedGroup inHold(ScriptedGroup unopened) {
    ScriptedGroup scene = joined(unopened);
    for (long ms = 100; ms < 1000; ms += 100) {
      scene.at(ms);
    }
    scene.at(999);
    scene.hold();
    return scene;
  }

  @Test
  void theRampWaitsForTheFirstAttemptOfEachNewcomerAndForNothingElse() {
    ScriptedGroup scene = new ScriptedGroup(2, IMMEDIATE);
    scene.at(0);
    scene.open(1);
    scene.at(0);
    assertThat(scene.group.newcomers()).hasValue(2);

    scene.transports.get(0).join();
    assertThat(scene.group.newcomers()).hasValue(1);
    scene.transports.get(0).drop();
    scene.at(1);
    scene.transports.get(2).refuse();
    assertThat(scene.group.newcomers()).as("who dropped is no newcomer").hasValue(1);
    scene.transports.get(1).refuse();
    assertThat(scene.group.newcomers()).hasValue(0);
    scene.at(5);
    scene.lastTransport().join();
    assertThat(scene.group.newcomers()).as("nor is who comes later").hasValue(0);
  }

  @Test
  void whoIsBackBeforeItsNextMessageIsDueSendsThatOnceAndMissesNone() {
    ScriptedGroup scene = inHold(1, IMMEDIATE);
    scene.at(1100);
    scene.lastTransport().drop();
    scene.at(1110);
    scene.lastTransport().join();
    scene.at(1200);
    scene.at(1250);

    assertThat(scene.transports).hasSize(2);
    assertThat(scene.lastTransport().messages()).isEqualTo(1);
    for (long ms = 1300; ms <= 2000; ms += 100) {
      scene.at(ms);
    }
    StageResult result = scene.close();
    assertThat(result.hold().scheduled()).isEqualTo(10);
    assertThat(result.hold().sent()).isEqualTo(10);
    assertThat(result.unserved()).isZero();
    assertThat(result.reconnects()).isEqualTo(1);
  }

  @Test
  void whatFindsNoRoomInTheSocketIsLateAndNotByTheDriver() {
    ScriptedGroup scene = inHold(1, IMMEDIATE);
    scene.at(1003);
    scene.at(1103);
    scene.lastTransport().fill();
    for (long ms = 1200; ms <= 1500; ms += 100) {
      scene.at(ms);
    }
    scene.lastTransport().makeRoom();
    scene.at(1501);
    for (long ms = 1607; ms <= 2007; ms += 100) {
      scene.at(ms);
    }

    StageResult result = scene.close();
    assertThat(result.hold().sent()).isEqualTo(10);
    assertThat(result.sendDelay().maxNs()).isCloseTo(201 * ScriptedGroup.MS, DIGITS);
    assertThat(result.driverSendDelay().count())
        .as("what was due before it was full, what found it so, and what is due once there is room")
        .isEqualTo(2 + 1 + 5);
    assertThat(result.driverSendDelay().maxNs()).isCloseTo(7 * ScriptedGroup.MS, DIGITS);
  }

  @Test
  void pointsAgeFromWhenTheFirstOfABatchWasDrawnHoweverLateTheBatchIsSent() {
    ScriptedGroup scene = new ScriptedGroup(2, IMMEDIATE);
    scene.batchMs = 40;
    inHold(scene);
    scene.at(1007);
    scene.at(1010);
    scene.transports.getFirst().publishTo(scene.transports);

    StageResult result = scene.close();
    assertThat(result.delivery().count()).isEqualTo(2);
    assertThat(result.delivery().maxNs()).isCloseTo(10 * ScriptedGroup.MS, DIGITS);
    Histogram ages = result.messages().times().pointAge();
    assertThat(ages.getTotalCount()).as("the sender saw its points when it drew them").isEqualTo(1);
    assertThat(ages.getMaxValue()).isCloseTo(50 * ScriptedGroup.MS, DIGITS);
  }

  @Test
  void whatWasDueWhileItWasAwayIsUnservedAndItGoesOnWithWhatIsNot() {
    ScriptedGroup scene = inHold(1, BACKOFF);
    scene.at(1000);
    scene.lastTransport().drop();
    scene.at(1100);
    scene.at(1350);
    scene.lastTransport().join();
    assertThat(scene.lastTransport().messages()).isZero();
    scene.at(1399);
    assertThat(scene.lastTransport().messages()).isZero();
    scene.at(1400);
    assertThat(scene.lastTransport().messages()).isEqualTo(1);
    scene.lastTransport().drop();

    StageResult result = scene.close();
    assertThat(result.hold().scheduled()).isEqualTo(10);
    assertThat(result.hold().sent()).isEqualTo(2);
    assertThat(result.unserved()).isEqualTo(8);
    assertThat(result.disconnects()).isEqualTo(Map.of("closed 1006 by server", 2));
  }

  @Test
  void whatAnOldConnectionWasOwedIsNotAwaitedByTheNextOne() {
    ScriptedGroup scene = inHold(1, IMMEDIATE);
    scene.at(1000);
    assertThat(scene.group.awaitsDeliveries()).isTrue();

    scene.lastTransport().drop();
    assertThat(scene.group.awaitsDeliveries()).as("nobody is there").isFalse();
    scene.at(1001);
    scene.lastTransport().join();
    assertThat(scene.group.awaitsDeliveries()).isFalse();

    scene.at(1100);
    assertThat(scene.group.awaitsDeliveries()).as("a message of its own").isTrue();
  }

  @Test
  void aDropThatASendFindsIsTakenBackAndTheUserTriesAgain() {
    ScriptedGroup scene = inHold(1, IMMEDIATE);
    scene.lastTransport().dropSilently();
    scene.at(1000);
    scene.at(1001);

    assertThat(scene.transports).as("connections").hasSize(2);
    scene.lastTransport().join();
    scene.at(1100);
    assertThat(scene.lastTransport().messages()).isEqualTo(1);
    StageResult result = scene.close();
    assertThat(result.hold().sent()).isEqualTo(1);
    assertThat(result.unserved())
        .as("the broken one; the driver owes the other eight")
        .isEqualTo(1);
    assertThat(result.disconnects()).isEqualTo(Map.of("connection reset by server", 1));
  }

  @Test
  void attemptsAreAsFarApartAsTheBackOffSaysAndEachFailureCounts() {
    ScriptedGroup scene = new ScriptedGroup(1, BACKOFF);
    scene.at(0);
    scene.open(1);
    scene.at(0);
    long failedAt = 0;
    for (long pause : new long[] {10, 50, 100, 150, 150}) {
      int attempts = scene.transports.size();
      scene.lastTransport().refuse();
      scene.at(failedAt + pause - 1);
      assertThat(scene.transports).hasSize(attempts);
      scene.at(failedAt + pause);
      assertThat(scene.transports).hasSize(attempts + 1);
      failedAt += pause;
    }
    scene.hold();
    StageResult result = scene.close();

    assertThat(result.connectFailures()).isEqualTo(Map.of("connect refused", 5));
    assertThat(result.unserved()).isEqualTo(10);
  }

  @Test
  void whoMayNotComeBackStaysAwayUntilTheNextStageHasItTryOnce() {
    ScriptedGroup scene = inHold(1, ReconnectSpec.NEVER);
    scene.lastTransport().drop();
    scene.at(1999);
    assertThat(scene.transports).hasSize(1);
    assertThat(scene.close().unserved()).isEqualTo(10);

    scene.open(2);
    assertThat(scene.group.newcomers()).hasValue(1);
    scene.at(2000);
    assertThat(scene.transports).hasSize(2);
  }

  @Test
  void anAttemptUnderWayAtAStagesEndGoesOnAndIsNoFailure() {
    ScriptedGroup scene = inHold(1, IMMEDIATE);
    scene.lastTransport().drop();
    scene.at(1001);
    StageResult first = scene.close();
    scene.open(2);
    assertThat(scene.group.newcomers()).hasValue(0);
    scene.lastTransport().join();
    scene.hold();
    StageResult second = scene.close();

    assertThat(first.connectFailures()).isEmpty();
    assertThat(first.reconnects()).isZero();
    assertThat(second.reconnects()).isEqualTo(1);
    assertThat(second.joined()).isEqualTo(1);
  }

  @Test
  void whoTakesTooLongToJoinHasFailedAndTriesAgain() {
    ScriptedGroup scene = new ScriptedGroup(1, IMMEDIATE);
    scene.at(0);
    scene.open(1);
    scene.at(0);
    scene.at(9_999);
    assertThat(scene.transports).hasSize(1);
    scene.at(10_200);
    scene.at(10_201);
    assertThat(scene.transports).hasSize(2);
    scene.hold();
    assertThat(scene.close().connectFailures()).isEqualTo(Map.of("join timed out after 10 s", 1));
  }

  @Test
  void hundredsWhoComeBackAtOnceDoSoAFewBetweenTwoLooksAtTheSockets() {
    ScriptedGroup scene = joined(500, IMMEDIATE);
    scene.transports.subList(0, 400).forEach(ScriptedTransport::drop);
    long sent = sent(scene);
    int looks = 0;
    while (scene.transports.size() < 900) {
      int before = scene.transports.size();
      looks++;
      scene.at(100 + looks);
      assertThat(scene.transports.size() - before).isBetween(1, 4);
    }

    assertThat(looks).isEqualTo(100);
    assertThat(sent(scene) - sent).as("the others sent all the time").isEqualTo(100);
  }

  @Test
  void aLoopThatIsFarBehindLooksAtTheSocketsBetweenItsSendsAndSendsAllInTheEnd() {
    ScriptedGroup scene = inHold(250, ReconnectSpec.NEVER);
    long before = scene.transports.stream().mapToLong(ScriptedTransport::messages).sum();
    scene.at(2000); // 2500 messages are due at once
    long inOneLook =
        scene.transports.stream().mapToLong(ScriptedTransport::messages).sum() - before;
    assertThat(inOneLook).isBetween(1L, 1_100L);
    for (int looks = 0; looks < 10; looks++) {
      scene.at(2000);
    }

    StageResult result = scene.close();
    assertThat(result.hold().sent()).isEqualTo(2_500);
    assertThat(result.hold().scheduled()).isEqualTo(2_500);
  }

  private static long sent(ScriptedGroup scene) {
    return scene.transports.subList(400, 500).stream().mapToLong(ScriptedTransport::messages).sum();
  }
}
