package org.boardbench.driver.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.boardbench.plan.model.ReconnectSpec;
import org.junit.jupiter.api.Test;

class ReconnectPolicyTest {
  private static final long MS = 1_000_000;

  private static ReconnectPolicy policy(int jitterPct, long seed) {
    return new ReconnectPolicy(
        ReconnectSpec.backoff(
            Duration.ofMillis(5), Duration.ofMillis(100), Duration.ofMillis(500), jitterPct),
        seed);
  }

  private static List<Long> pausesMs(ReconnectPolicy policy, int user) {
    return IntStream.range(0, 6).mapToObj(n -> policy.pauseNs(user, n + 1, n) / MS).toList();
  }

  @Test
  void thePauseDoublesFromTheSecondAttemptOnUpToItsBound() {
    assertThat(pausesMs(policy(0, 1), 0)).containsExactly(5L, 100L, 200L, 400L, 500L, 500L);
    assertThat(policy(0, 1).pauseNs(0, 1_000_000, 1_000_000)).isEqualTo(500 * MS);
  }

  @Test
  void jitterShortensEachPauseByAtMostItsShareAndTheSameInEveryRun() {
    List<Long> pauses =
        IntStream.range(0, 1000).mapToObj(u -> policy(50, 7).pauseNs(u, 2, 1)).toList();

    assertThat(pauses).allSatisfy(pause -> assertThat(pause).isBetween(50 * MS, 100 * MS));
    assertThat(pauses.stream().mapToLong(Long::longValue).average().orElseThrow())
        .isBetween(73.0 * MS, 77.0 * MS);
    assertThat(pauses)
        .isEqualTo(IntStream.range(0, 1000).mapToObj(u -> policy(50, 7).pauseNs(u, 2, 1)).toList());
    assertThat(pausesMs(policy(50, 7), 0))
        .isNotEqualTo(pausesMs(policy(50, 8), 0))
        .isNotEqualTo(pausesMs(policy(50, 7), 1));
  }

  @Test
  void phoenixHasItsOwnPausesWithoutAnyChance() {
    ReconnectPolicy policy = new ReconnectPolicy(ReconnectSpec.as(ReconnectSpec.Client.PHOENIX), 1);

    assertThat(IntStream.range(0, 12).mapToObj(n -> policy.pauseNs(4, n + 1, n) / MS))
        .containsExactly(
            10L, 50L, 100L, 150L, 200L, 250L, 500L, 1_000L, 2_000L, 5_000L, 5_000L, 5_000L);
  }

  @Test
  void socketIoDoublesAndIsEarlyOrLateByUpToAHalfAndNeverOverFiveSeconds() {
    ReconnectPolicy policy =
        new ReconnectPolicy(ReconnectSpec.as(ReconnectSpec.Client.SOCKET_IO), 1);
    List<Long> first =
        IntStream.range(0, 1000).mapToObj(user -> policy.pauseNs(user, 1, 0) / MS).toList();
    List<Long> late =
        IntStream.range(0, 1000).mapToObj(user -> policy.pauseNs(user, 9, 8) / MS).toList();

    assertThat(first).allSatisfy(pause -> assertThat(pause).isBetween(500L, 1_500L));
    assertThat(first.stream().mapToLong(Long::longValue).average().orElseThrow())
        .isBetween(970.0, 1_030.0);
    assertThat(late).containsOnly(5_000L);
  }

  @Test
  void clientsStartAnewOnceTheyAreBack() {
    ConnectAttempts attempts =
        new ConnectAttempts(
            0,
            new ReconnectPolicy(ReconnectSpec.as(ReconnectSpec.Client.PHOENIX), 1),
            1000 * MS,
            () -> {});

    attempts.begin(0);
    assertThat(attempts.failed(0)).isEqualTo(10 * MS);
    assertThat(attempts.failed(0)).isEqualTo(50 * MS);
    attempts.joined(100 * MS);
    assertThat(attempts.dropped(101 * MS)).isEqualTo(111 * MS);
  }

  @Test
  void whoStaysJoinedForItsLastPauseAndTheShortestBackOffStartsAnew() {
    ConnectAttempts attempts = new ConnectAttempts(3, policy(0, 1), 1000 * MS, () -> {});

    attempts.begin(0);
    assertThat(attempts.failed(0)).isEqualTo(5 * MS);
    assertThat(attempts.failed(0)).isEqualTo(100 * MS);
    assertThat(attempts.failed(0)).isEqualTo(200 * MS);
    attempts.joined(1000 * MS);
    assertThat(attempts.dropped(1199 * MS)).as("too short").isEqualTo((1199 + 400) * MS);
    attempts.joined(2000 * MS);
    assertThat(attempts.dropped(2400 * MS)).as("long enough").isEqualTo(2405 * MS);
    attempts.joined(3000 * MS);
    assertThat(attempts.dropped(3050 * MS))
        .as("its last pause was shorter than any back-off")
        .isEqualTo(3150 * MS);
  }

  @Test
  void anAttemptMayTakeAsLongAsTheDeadlineSays() {
    ConnectAttempts attempts = new ConnectAttempts(3, policy(0, 1), 1000 * MS, () -> {});

    attempts.begin(7 * MS);
    assertThat(attempts.hasTimedOut(1007 * MS - 1)).isFalse();
    assertThat(attempts.hasTimedOut(1007 * MS)).isTrue();
  }

  @Test
  void neverIsNever() {
    ConnectAttempts attempts =
        new ConnectAttempts(0, new ReconnectPolicy(ReconnectSpec.NEVER, 1), 1000 * MS, () -> {});

    attempts.begin(0);
    assertThat(attempts.failed(5)).isEqualTo(ReconnectPolicy.NEVER);
    attempts.joined(10);
    assertThat(attempts.dropped(1_000_000 * MS)).isEqualTo(ReconnectPolicy.NEVER);
  }
}
