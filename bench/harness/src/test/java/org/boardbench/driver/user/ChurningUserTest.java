package org.boardbench.driver.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.LongStream;
import org.boardbench.account.result.ConnectionMoment;
import org.boardbench.account.result.ConnectionMoment.Change;
import org.boardbench.account.result.ConnectionResult.Churn;
import org.boardbench.account.result.OwedDeliveries;
import org.boardbench.account.result.StageResult;
import org.boardbench.driver.user.ScriptedGroup.ScriptedTransport;
import org.boardbench.plan.model.ChurnSpec;
import org.boardbench.plan.model.ReconnectSpec;
import org.junit.jupiter.api.Test;

/**
 * A user who leaves on purpose and comes again, when a test says so, beside one who stays. The
 * server delivers nothing. The hold is from 999 to 1999 ms; the first user's messages are due at
 * every full 100 ms, the other's 50 ms later.
 */
class ChurningUserTest {
  /** So long that nobody goes of itself. */
  private static final ChurnSpec STAYING =
      new ChurnSpec(Duration.ofHours(24), Duration.ofHours(24), ChurnSpec.Distribution.EXPONENTIAL);

  private static final ReconnectSpec SLOW =
      ReconnectSpec.backoff(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(5), 0);

  private final ScriptedGroup scene = new ScriptedGroup(2, SLOW);
  private final VirtualUser user = scene.group.users().getFirst();

  private void hold() {
    scene.churn = STAYING;
    scene.at(0);
    scene.open(1);
    while (scene.transports.size() < 2) {
      scene.at(0);
    }
    scene.transports.forEach(ScriptedTransport::join);
    until(0, 950);
    scene.at(999);
    scene.hold();
  }

  private void until(long fromMs, long toMs) {
    LongStream.iterate(fromMs + 50, ms -> ms <= toMs, ms -> ms + 50).forEach(scene::at);
  }

  /** It ends its stay at 1160 ms; the server has brought nothing back when it closes. */
  private void leave() {
    scene.at(1100);
    scene.at(1150);
    scene.at(1160);
    assertThat(user.guest().go(1160 * ScriptedGroup.MS, false)).isEqualTo(Visits.Going.WAITS);
  }

  @Test
  void whoLeavesAndComesAgainIsNoDisconnectAndIsOwedNothingMeanwhile() {
    hold();
    leave();
    assertThat(user.guest().close(0)).as("its messages are under way to it").isFalse();
    assertThat(user.guest().close(Long.MAX_VALUE)).isTrue();
    scene.transports.getFirst().drop();
    until(1150, 1500);
    scene.at(1510);
    assertThat(user.guest().come(0)).isTrue();
    scene.lastTransport().join();
    until(1500, 2000);
    StageResult result = scene.close();

    assertThat(result.churn()).isEqualTo(new Churn(1, 1));
    assertThat(result.disconnects()).isEmpty();
    assertThat(result.reconnects()).isZero();
    assertThat(result.hold().scheduled()).as("2 + 4 of its own").isEqualTo(6 + 10);
    assertThat(result.hold().sent()).isEqualTo(16);
    assertThat(result.unserved()).isZero();
    // While it is out three messages of the other one are for nobody else.
    assertThat(result.owed()).isEqualTo(new OwedDeliveries(2 * 16 - 3, 0, 0));
    assertThat(result.hold().expected()).isEqualTo(2 * 16 - 3);
    assertOwedSecondBySecond(result);
  }

  @Test
  void whoseConnectionTheServerHasNotEndedYetGivesItASecondForThat() {
    hold();
    leave();
    assertThat(user.guest().close(Long.MAX_VALUE)).isTrue();

    assertThat(user.guest().come(999 * ScriptedGroup.MS)).isFalse();
    assertThat(scene.transports).hasSize(2);
    assertThat(user.guest().come(1000 * ScriptedGroup.MS)).isTrue();
    assertThat(scene.transports).hasSize(3);
  }

  @Test
  void whoCannotComeAgainIsKeptAwayByTheServerFromThenOn() {
    hold();
    leave();
    user.guest().close(Long.MAX_VALUE);
    scene.transports.getFirst().drop();
    until(1150, 1500);
    scene.at(1510);
    assertThat(user.guest().come(0)).isTrue();
    scene.lastTransport().refuse();
    until(1500, 2000);
    scene.at(2100);
    StageResult result = scene.close();

    assertThat(result.churn()).isEqualTo(new Churn(1, 0));
    assertThat(result.connectFailures()).hasSize(1);
    assertThat(result.hold().scheduled()).isEqualTo(16);
    assertThat(result.hold().sent()).isEqualTo(12);
    assertThat(result.unserved()).isEqualTo(4);
    assertThat(result.owed()).isEqualTo(new OwedDeliveries(2 * 16 - 3, 4 * 2, 5));
    assertThat(result.hold().expected()).isEqualTo(2 * 16 - 3 - 8 - 5);
    assertOwedSecondBySecond(result);
  }

  @Test
  void aServerThatCutsALeaverWhileSomethingIsUnderWayToItHasDroppedIt() {
    hold();
    leave();
    scene.transports.getFirst().drop();
    until(1150, 2000);
    StageResult result = scene.close();

    assertThat(result.churn()).isEqualTo(Churn.NONE);
    assertThat(result.disconnects()).hasSize(1);
    assertThat(result.owed().away()).isZero();
    assertThat(result.unserved()).isZero();
  }

  @Test
  void whoseSocketIsFullDoesNotLeaveUntilItMust() {
    hold();
    scene.transports.getFirst().fill();
    scene.at(1100);
    scene.at(1200);
    assertThat(user.guest().go(1200 * ScriptedGroup.MS, false)).isEqualTo(Visits.Going.NOT_YET);

    assertThat(user.guest().go(1210 * ScriptedGroup.MS, true)).isEqualTo(Visits.Going.OUT);
    scene.at(1250);
    until(1250, 2000);
    StageResult result = scene.close();

    assertThat(result.disconnects()).as("server does not read").hasSize(1);
    assertThat(result.hold().sent() + result.unserved()).isEqualTo(result.hold().scheduled());
    assertThat(result.hold().scheduled()).isEqualTo(3 + 10);
  }

  @Test
  void whoHasDroppedAndEndsItsStayIsAwayNoMore() {
    hold();
    scene.at(1100);
    scene.transports.getFirst().drop();
    scene.at(1150);
    scene.at(1210);
    assertThat(user.guest().go(1210 * ScriptedGroup.MS, false)).isEqualTo(Visits.Going.OUT);
    until(1200, 2000);
    StageResult result = scene.close();

    assertThat(result.churn()).isEqualTo(Churn.NONE);
    assertThat(result.disconnects()).hasSize(1);
    assertThat(result.unserved()).isEqualTo(1);
    assertThat(result.owed().away()).isEqualTo(1);
    assertThat(result.connections().moments().orElseThrow())
        .endsWith(
            new ConnectionMoment(Change.DROPPED, 0, 1100 * ScriptedGroup.MS),
            new ConnectionMoment(Change.LEFT, 0, 1210 * ScriptedGroup.MS));
    assertThat(result.hold().scheduled()).isEqualTo(3 + 10);
  }

  @Test
  void whoIsOutAtAStagesEndIsANewcomerOfTheNext() {
    hold();
    leave();
    user.guest().close(Long.MAX_VALUE);
    scene.transports.getFirst().drop();
    until(1150, 2000);
    scene.close();
    scene.open(2);

    assertThat(scene.group.newcomers()).hasValue(1);
    scene.at(2000);
    scene.lastTransport().join();
    scene.hold();
    assertThat(scene.close().churn()).as("a ramp brings it back").isEqualTo(Churn.NONE);
  }

  private static void assertOwedSecondBySecond(StageResult result) {
    assertThat(
            result.seconds().stream().mapToLong(second -> second.messages().owed().orElse(0)).sum())
        .isEqualTo(result.owed().total());
  }
}
