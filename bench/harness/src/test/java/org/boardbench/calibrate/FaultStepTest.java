package org.boardbench.calibrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.boardbench.calibrate.server.ServerCounts;
import org.boardbench.results.row.CalibrationValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FaultStepTest {
  private static final long TIMES = 5;

  @ParameterizedTest
  @EnumSource
  void passesWhereTheDriverCountsWhatTheServerDid(InjectedFault fault) {
    assertThat(misses(fault, scripted(fault), TIMES)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "DROP, LOST",
    "DROP, REORDERED",
    "DUPLICATE, DUPLICATED",
    "SWAP, REORDERED",
    "MISROUTE, MISROUTED",
    "CORRUPT, CORRUPT",
    "CORRUPT, LOST",
    "DELAY, LOST",
    "TRICKLE, DUPLICATED",
    "FRAGMENT, CORRUPT",
    "PING, LOST",
    "RESERIALIZE, CORRUPT",
  })
  void namesTheOneFigureThatIsOffByOne(InjectedFault fault, DeliveryFigure falsified) {
    ScriptedStage stage = scripted(fault);
    add(stage, falsified, 1);

    assertThat(misses(fault, stage, TIMES))
        .singleElement()
        .asString()
        .startsWith(falsified.key() + ": truth ")
        .endsWith("error 1, bound 0");
  }

  @Test
  void aServerWhoseOwnCountIsOffByOneIsFoundOutInEveryFigureThatCountsIt() {
    assertThat(misses(InjectedFault.CORRUPT, scripted(InjectedFault.CORRUPT), TIMES + 1))
        .extracting(CalibrationValue::figure)
        .containsExactly("lost", "corrupt");
  }

  @Test
  void aServerThatDeliversLessThanItWasToIsFoundOut() {
    ServerCounts server =
        new ServerCounts(
            ScriptedStage.EXPECTED - 1, Map.of("ping", TIMES), ServerCountsSamples.NOT_HELD);

    assertThat(judged(InjectedFault.PING, scripted(InjectedFault.PING), server))
        .filteredOn(CalibrationValue::isMissed)
        .extracting(CalibrationValue::figure)
        .containsExactly("expected");
  }

  @ParameterizedTest
  @EnumSource
  void aFaultThatNeverHappenedProvesNothing(InjectedFault fault) {
    assertThat(misses(fault, new ScriptedStage(), 0))
        .extracting(CalibrationValue::figure)
        .containsExactly("injected");
  }

  @Test
  void aConnectionThatBreaksUnaskedIsFoundOut() {
    ScriptedStage stage = scripted(InjectedFault.PING);
    stage.disconnects = Map.of("reset", 1);
    stage.connectFailures = Map.of("refused", 2);

    assertThat(misses(InjectedFault.PING, stage, TIMES))
        .extracting(CalibrationValue::figure)
        .containsExactly("disconnects", "connect_failures");
  }

  @Test
  void whoIsCutMayLoseWhatWasUnderWay() {
    ScriptedStage stage = scripted(InjectedFault.CUT);
    stage.lost = 17;

    assertThat(misses(InjectedFault.CUT, stage, TIMES)).isEmpty();
    assertThat(misses(InjectedFault.CUT, stage, TIMES + 1))
        .extracting(CalibrationValue::figure)
        .containsExactly("disconnects");
  }

  @Test
  void whatIsDelayedMayComeAfterTheSendersNext() {
    ScriptedStage stage = scripted(InjectedFault.DELAY);
    stage.reordered = 3;

    assertThat(misses(InjectedFault.DELAY, stage, TIMES)).isEmpty();
  }

  /** The figures that a right driver shows when {@code fault} has happened five times. */
  private static ScriptedStage scripted(InjectedFault fault) {
    ScriptedStage stage = new ScriptedStage();
    switch (fault) {
      case DROP -> stage.lost = TIMES;
      case DUPLICATE -> stage.duplicated = TIMES;
      case SWAP -> stage.reordered = TIMES;
      case MISROUTE -> stage.misrouted = TIMES;
      case CORRUPT -> {
        stage.corrupt = TIMES;
        stage.lost = TIMES;
      }
      case CUT -> stage.disconnects = Map.of("closed 1006 by server", 3, "reset", 2);
      case DELAY, TRICKLE, FRAGMENT, PING, RESERIALIZE -> {}
    }
    return stage;
  }

  private static void add(ScriptedStage stage, DeliveryFigure figure, long more) {
    switch (figure) {
      case LOST -> stage.lost += more;
      case DUPLICATED -> stage.duplicated += more;
      case REORDERED -> stage.reordered += more;
      case MISROUTED -> stage.misrouted += more;
      case CORRUPT -> stage.corrupt += more;
      case EXPECTED -> throw new AssertionError("the script's is fixed");
    }
  }

  private static List<CalibrationValue> misses(
      InjectedFault fault, ScriptedStage stage, long done) {
    ServerCounts server =
        new ServerCounts(
            ScriptedStage.EXPECTED, Map.of(fault.key(), done), ServerCountsSamples.NOT_HELD);
    return judged(fault, stage, server).stream().filter(CalibrationValue::isMissed).toList();
  }

  private static List<CalibrationValue> judged(
      InjectedFault fault, ScriptedStage stage, ServerCounts server) {
    return new FaultStep(fault, ServerCountsSamples.LOAD).findings(stage.result(), server);
  }
}
