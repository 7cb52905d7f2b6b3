package org.boardbench.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.boardbench.driver.DriverScene.stage;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.boardbench.account.result.OwedDeliveries;
import org.boardbench.account.result.StageResult;
import org.boardbench.driver.io.KindsOfLoop;
import org.boardbench.driver.io.SocketLoops;
import org.boardbench.plan.model.ChurnSpec;
import org.boardbench.plan.model.ChurnSpec.Distribution;
import org.boardbench.plan.model.RampShape;
import org.boardbench.plan.model.ReconnectSpec;
import org.boardbench.plan.model.StageSpec;
import org.boardbench.reference.Counts;
import org.boardbench.reference.Fault;
import org.boardbench.reference.FaultScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Users who come and go, on every loop, against the books of a server with and without faults. */
@Timeout(600)
@Execution(ExecutionMode.CONCURRENT)
@ParameterizedClass
@MethodSource("kindsOfLoop")
class ChurnIT {
  private static final int USERS = 12;

  /** Eight in each of five groups, and no load for a machine that is busy. */
  private static final int MANY = 40;

  private static final ChurnSpec CHURN =
      new ChurnSpec(Duration.ofMillis(400), Duration.ofMillis(100), Distribution.EXPONENTIAL);
  private static final ReconnectSpec IMMEDIATE =
      ReconnectSpec.backoff(Duration.ZERO, Duration.ofMillis(1), Duration.ofMillis(1), 0);

  private final SocketLoops loops;

  ChurnIT(SocketLoops loops) {
    this.loops = loops;
  }

  static Stream<SocketLoops> kindsOfLoop() {
    return KindsOfLoop.here();
  }

  private DriverScene scene(FaultScript script) {
    DriverScene scene = new DriverScene(script);
    scene.socketLoops = loops;
    scene.loops = 2;
    return scene;
  }

  private static StageSpec churning(ChurnSpec churn) {
    return stage(USERS, 100, 3000).with(churn);
  }

  @ParameterizedTest
  @EnumSource
  void aServerWithoutFaultsLosesNothingOfWhatItOwesToUsersWhoComeAndGo(Distribution distribution)
      throws Exception {
    try (DriverScene scene = scene(FaultScript.none())) {
      ChurnSpec churn = new ChurnSpec(CHURN.stay(), CHURN.away(), distribution);
      StageResult result = scene.run(churning(churn)).getFirst();

      assertAccount(result);
      assertThat(result.churn().left()).isGreaterThan(USERS);
      assertThat(result.churn().left() - result.churn().joined()).isBetween(0L, (long) USERS);
      assertThat(result.seconds().getLast().users()).isEqualTo((int) present(result));
      assertThat(result.connectFailures()).isEmpty();
      assertThat(result.disconnects()).isEmpty();
      assertThat(result.reconnects()).isZero();
      assertThat(result.unserved()).isZero();
      assertThat(result.owed().away()).isZero();
      assertThat(result.hold().lost()).isZero();
      assertThat(result.hold().duplicated() + result.hold().reordered()).isZero();
      assertThat(result.hold().scheduled()).isEqualTo(result.hold().sent());
      Counts books = scene.server.counts();
      assertThat(sent(result)).isEqualTo(books.messages());
      assertThat(expected(result)).isLessThanOrEqualTo(books.deliveries());
    }
  }

  @Test
  void whatAServerDropsIsLostUnlessItWasForSomebodyWhoHadLeft() throws Exception {
    try (DriverScene scene = scene(FaultScript.every(50, Fault.DROP))) {
      scene.drain = Duration.ofSeconds(3);
      StageResult result = scene.run(churning(CHURN)).getFirst();
      Counts books = scene.server.counts();

      assertAccount(result);
      assertThat(sent(result)).isEqualTo(books.messages());
      long lost = result.ramp().lost() + result.hold().lost();
      // What the server counts beyond was for users who had left by the time of its sending.
      long beyond = books.deliveries() - expected(result);
      assertThat(beyond).isNotNegative();
      assertThat(lost)
          .isBetween(books.done(Fault.DROP) - beyond, books.done(Fault.DROP))
          .isPositive();
      assertThat(result.churn().left()).isPositive();
      assertThat(result.disconnects()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"CUT", "CUT_ALL", "CUT_JOIN", "REFUSE_JOIN", "REFUSE_HANDSHAKE"})
  void faultsAndChurnAreCountedApart(Fault fault) throws Exception {
    try (DriverScene scene = scene(FaultScript.every(fault == Fault.CUT_ALL ? 900 : 9, fault))) {
      scene.reconnect = IMMEDIATE;
      scene.drain = Duration.ofSeconds(3);
      StageResult result = scene.run(churning(CHURN)).getFirst();
      Counts books = scene.server.counts();

      assertAccount(result);
      assertThat(result.churn().left()).isPositive();
      long faults = sum(result.disconnects()) + sum(result.connectFailures());
      assertThat(faults).isPositive();
      // A leaver may have closed before the server's cut came to it.
      boolean cuts = fault.key().startsWith("cut");
      assertThat(faults).isLessThanOrEqualTo(cuts ? books.cut() : books.done(fault));
      assertThat(result.reconnects()).isLessThanOrEqualTo(sum(result.disconnects()));
    }
  }

  @Test
  void usersWhoAreOutAtAStagesEndAreThereAgainInTheNext() throws Exception {
    try (DriverScene scene = scene(FaultScript.none())) {
      StageResult second = scene.run(churning(CHURN), stage(USERS, 100, 300)).getLast();

      assertThat(second.joined()).isEqualTo(USERS);
      assertThat(second.churn().left() + second.churn().joined()).isZero();
      assertThat(second.hold().expected()).isEqualTo(second.owed().total());
      assertThat(second.hold().lost()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void everybodyIsThereAfterARampOfAnyShape(RampShape shape) throws Exception {
    try (DriverScene scene = scene(FaultScript.none())) {
      StageSpec line = stage(MANY, 500, 300);
      StageSpec spec =
          new StageSpec(MANY, line.values().with(StageSpec.RAMP_SHAPE, shape), line.ownScenario());
      StageResult result = scene.run(spec).getFirst();

      assertThat(result.joined()).isEqualTo(MANY);
      assertThat(result.connect().count()).isEqualTo(MANY);
      assertThat(result.hold().lost()).isZero();
    }
  }

  /** The identities that hold whatever server and users do. */
  private static void assertAccount(StageResult result) {
    OwedDeliveries owed = result.owed();
    assertThat(result.hold().sent() + result.unserved()).isEqualTo(result.hold().scheduled());
    assertThat(result.hold().expected() + owed.unserved() + owed.away()).isEqualTo(owed.total());
    assertThat(result.hold().delivered() + result.hold().lost())
        .isEqualTo(result.hold().expected());
    assertThat(
            result.seconds().stream().mapToLong(second -> second.messages().owed().orElse(0)).sum())
        .isEqualTo(owed.total());
    assertThat(result.seconds().getLast().users())
        .as("who came and did not go; more where the ramp had failures")
        .isBetween((int) present(result), USERS);
  }

  private static long present(StageResult result) {
    long came = result.joined() + result.churn().joined() + result.reconnects();
    return came - result.churn().left() - sum(result.disconnects());
  }

  private static long sent(StageResult result) {
    return result.ramp().sent() + result.hold().sent();
  }

  private static long expected(StageResult result) {
    return result.ramp().expected() + result.hold().expected();
  }

  private static long sum(Map<String, Integer> byReason) {
    return byReason.values().stream().mapToLong(Integer::longValue).sum();
  }
}
