package org.boardbench.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.boardbench.core.ArrivalClock;
import org.boardbench.results.reason.Reason;
import org.boardbench.results.reason.ReasonCode;
import org.junit.jupiter.api.Test;

class VerdictTest {
  private final HoldScene hold = new HoldScene();

  @Test
  void aHoldInWhichAllIsWellIsValid() {
    assertThat(hold.verdict().isValid()).isTrue();
    assertThat(hold.verdict().text()).isEmpty();
  }

  @Test
  void messagesThatTheDriverDidNotSendCondemnTheRow() {
    hold.sent = 1_979;

    assertThat(hold.verdict().text()).isEqualTo("unsent 1.05 % > 1 %");
  }

  @Test
  void aProfilerOnTheServerCondemnsTheRow() {
    hold.profilerSamplesPerS = OptionalDouble.of(500);

    assertThat(hold.verdict().text()).isEqualTo("profiled 500 > 0");
  }

  @Test
  void anAgentThatWasLostCondemnsTheRow() {
    hold.agentsLost = 1;

    assertThat(hold.verdict().text()).isEqualTo("agent-lost 1 > 0");
  }

  @Test
  void clocksOfAgentsThatMayDifferByTooMuchOfADeliveryCondemnTheRow() {
    hold.clockErrorNs = OptionalLong.of(99_000);
    assertThat(hold.codes()).isEmpty();

    hold.clockErrorNs = OptionalLong.of(125_000);
    assertThat(hold.verdict().text()).isEqualTo("clock-error 12.5 % > 10 %");

    hold.deliveryP50Ms = 0;
    hold.expected = 0;
    assertThat(hold.codes()).as("nothing was delivered").isEmpty();
  }

  @Test
  void messagesThatTheServerHeldBackDoNot() {
    hold.sent = 1_000;
    hold.unserved = 990;

    assertThat(hold.codes()).isEmpty();
  }

  @Test
  void aHoldWithoutAnyMessageHasNothingUnsent() {
    hold.scheduled = 0;
    hold.sent = 0;

    assertThat(hold.codes()).containsExactly(ReasonCode.FEW_SAMPLES);
  }

  @Test
  void lateSendsCondemnTheRow() {
    hold.sendDelayP99Ms = 5.2;

    assertThat(hold.verdict().text()).isEqualTo("send-delay 5.2 ms > 5 ms");
  }

  @Test
  void lateSendsThatAreNothingAgainstTheRttDoNot() {
    hold.sendDelayP99Ms = 20;
    hold.rttP50Ms = 201;

    assertThat(hold.codes()).isEmpty();
  }

  @Test
  void aDriverNearItsLimitCondemnsTheRow() {
    hold.driverCpuPct = OptionalDouble.of(171);

    assertThat(hold.verdict().text()).isEqualTo("driver-cpu 85.5 % > 85 %");
  }

  @Test
  void theDriversLimitGrowsWithItsCores() {
    hold.driverCpuPct = OptionalDouble.of(171);
    hold.driverCores = 3;

    assertThat(hold.codes()).isEmpty();
  }

  @Test
  void aStallCondemnsARowThatTheDriverDated() {
    hold.arrivalClock = ArrivalClock.DRIVER;
    hold.stallMs = 81;

    assertThat(hold.verdict().text()).isEqualTo("stall 81 ms > 50 ms");
  }

  @Test
  void aStallCondemnsARowWhoseSendsWereLateByIt() {
    hold.stallMs = 81;
    hold.sendDelayMaxMs = 80;

    assertThat(hold.codes()).containsExactly(ReasonCode.STALL);
  }

  @Test
  void aStallIsMeasuredByAnHoursHoldToo() {
    hold.medianMs = new double[3600];
    Arrays.fill(hold.medianMs, 2);
    hold.arrivalClock = ArrivalClock.DRIVER;
    hold.stallMs = 359;
    assertThat(hold.codes()).isEmpty();

    hold.stallMs = 361;
    assertThat(hold.verdict().text()).isEqualTo("stall 361 ms > 360 ms");
  }

  @Test
  void aStallBetweenSendsDoesNotMatterToTheKernelsClock() {
    hold.stallMs = 81;

    assertThat(hold.codes()).isEmpty();
  }

  @Test
  void aStarvedThreadCondemnsARowThatItDated() {
    hold.arrivalClock = ArrivalClock.DRIVER;
    hold.runDelayPct = OptionalDouble.of(12.34);

    assertThat(hold.verdict().text()).isEqualTo("run-delay 12.3 % > 5 %");
  }

  @Test
  void aStarvedThreadDoesNotMatterToTheKernelsClock() {
    hold.runDelayPct = OptionalDouble.of(40);

    assertThat(hold.codes()).isEmpty();
  }

  @Test
  void aStarvedThreadMattersWhereTheKernelDatedOnlyAPart() {
    hold.arrivalClock = ArrivalClock.MIXED;
    hold.runDelayPct = OptionalDouble.of(12.34);

    assertThat(hold.codes()).containsExactly(ReasonCode.RUN_DELAY);
  }

  @Test
  void aBufferThatALateDriverLetFillCondemnsTheRow() {
    hold.receiveBufferMaxPct = OptionalDouble.of(61.5);

    assertThat(hold.verdict().text()).isEqualTo("backpressure 61.5 % > 50 %");
  }

  @Test
  void aBufferThatIsHalfFullDoesNot() {
    hold.receiveBufferMaxPct = OptionalDouble.of(50);

    assertThat(hold.codes()).isEmpty();
  }

  @Test
  void workOfOthersCondemnsTheRow() {
    hold.foreignPct = OptionalDouble.of(12.5);

    assertThat(hold.verdict().text()).isEqualTo("foreign-load 12.5 % > 5 %");
  }

  @Test
  void whatAMachineDoesByItselfDoesNot() {
    hold.foreignPct = OptionalDouble.of(3);

    assertThat(hold.codes()).isEmpty();
  }

  @Test
  void timeTakenByTheHypervisorCondemnsTheRow() {
    hold.stealPct = OptionalDouble.of(2.5);

    assertThat(hold.verdict().text()).isEqualTo("steal 2.5 % > 2 %");
  }

  @Test
  void tooFewMessagesBeyondThePercentileCondemnTheRow() {
    hold.scheduled = 900;
    hold.sent = 900;

    assertThat(hold.verdict().text()).isEqualTo("few-samples 9 < 10");
  }

  @Test
  void lostMessagesCountAsSamples() {
    hold.scheduled = 1_000;
    hold.sent = 1_000;
    hold.expected = 10_000;
    hold.receivedInHold = 0;

    assertThat(hold.codes()).isEmpty();
  }

  /** Else the row of a server that refuses everybody would say nothing. */
  @Test
  void messagesThatTheServerLeftNoWayToSendCountAsSamples() {
    hold.connectFailures = Map.of("connection refused", 300);
    hold.sent = 0;
    hold.unserved = 2_000;
    hold.expected = 0;
    hold.receivedInHold = 0;

    assertThat(hold.codes()).isEmpty();
  }

  @Test
  void usersWhomTheServerRefusedAreAFinding() {
    hold.connectFailures = Map.of("connection refused", 1, "join timed out", 2);

    assertThat(hold.codes()).isEmpty();
  }

  @Test
  void usersWhomTheMachineCouldNotConnectCondemnTheRow() {
    hold.connectFailures = Map.of("connection refused", 1, "too many open files", 2);
    hold.connectFailuresHere = 2;

    assertThat(hold.verdict().text()).isEqualTo("connect-failures 2 > 0");
  }

  @Test
  void aStepOfTheWallClockCondemnsTheRow() {
    hold.clockStepNs = OptionalLong.of(1_500_000);

    assertThat(hold.verdict().text()).isEqualTo("clock-step 1.5 ms > 1 ms");
  }

  @Test
  void aClockThatIsOnlySlewedDoesNot() {
    hold.clockStepNs = OptionalLong.of(900_000);

    assertThat(hold.codes()).isEmpty();
  }

  @Test
  void whatWasNotMeasuredIsNotJudged() {
    hold.driverCpuPct = OptionalDouble.empty();
    hold.runDelayPct = OptionalDouble.empty();
    hold.stealPct = OptionalDouble.empty();
    hold.foreignPct = OptionalDouble.empty();
    hold.receiveBufferMaxPct = OptionalDouble.empty();

    assertThat(hold.codes()).isEmpty();
  }

  @Test
  void everyReasonIsTold() {
    hold.arrivalClock = ArrivalClock.DRIVER;
    hold.runDelayPct = OptionalDouble.of(50);
    hold.stealPct = OptionalDouble.of(3);
    hold.scheduled = 10;
    hold.sent = 10;

    assertThat(hold.verdict().text())
        .isEqualTo("run-delay 50 % > 5 %; steal 3 % > 2 %; few-samples 0.1 < 10");
  }

  @Test
  void aFigureThatIsHardlyOverItsBoundDoesNotLookLikeIt() {
    assertThat(new Reason(ReasonCode.STEAL, 2.00004, 2).text()).isEqualTo("steal 2.00004 % > 2 %");
    assertThat(new Reason(ReasonCode.STALL, 12_345.678, 50).text())
        .isEqualTo("stall 12346 ms > 50 ms");
  }

  @Test
  void aSaturatedServerIsAFindingAndNoReason() {
    hold.rttP50Ms = 9_000;
    hold.receivedInHold = 6_000;
    hold.sent = 1_500;
    hold.unserved = 500;
    for (int second = 0; second < hold.medianMs.length; second++) {
      hold.medianMs[second] = 500 * second;
    }

    assertThat(hold.codes()).isEmpty();
  }
}
