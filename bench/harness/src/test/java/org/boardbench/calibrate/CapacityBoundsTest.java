package org.boardbench.calibrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.boardbench.host.sampling.Contention;
import org.boardbench.host.sampling.HoldUsage;
import org.boardbench.results.row.HoldCosts;
import org.boardbench.results.row.TimeFigures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapacityBoundsTest {
  @Test
  void aDriverIsHonestWhileItSendsInTimeGetsAllAndNeverStands() {
    assertThat(isHonest(stage -> {})).isTrue();
    assertThat(isHonest(stage -> stage.stallMaxNs = 50_000_000)).isTrue();
    assertThat(isHonest(stage -> stage.received = 392)).isTrue();
  }

  @Test
  void oneDeliveryThatIsLostIsTooMany() {
    assertThat(isHonest(stage -> stage.lost = 1)).isFalse();
  }

  @Test
  void aSendDelayOfAMillisecondIsTooLong() {
    assertThat(isHonest(stage -> stage.sendDelay = ScriptedStage.times(997_000))).isFalse();
    assertThat(isHonest(stage -> stage.sendDelay = ScriptedStage.times(996_999))).isTrue();
    assertThat(isHonest(stage -> stage.sendDelay = TimeFigures.NONE)).isFalse();
  }

  @Test
  void aStallOverTheBoundIsTooLong() {
    assertThat(isHonest(stage -> stage.stallMaxNs = 50_000_001)).isFalse();
  }

  @Test
  void aQueueThatGrowsThroughTheHoldIsNoKeepingUp() {
    assertThat(isHonest(stage -> stage.received = 391)).isFalse();
    assertThat(isHonest(stage -> stage.sent = 99)).isFalse();
  }

  @Test
  void everybodyHasToBeThereToTheEnd() {
    assertThat(isHonest(stage -> stage.joined = 11)).isFalse();
    assertThat(isHonest(stage -> stage.disconnects = Map.of("reset", 1))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "95, 60, driver",
    "60, 95, server",
    "95, 90, driver",
    "84, 84, machine",
    ", 95, server",
    ", , machine"
  })
  void theLimitIsWhoHasNoMoreToGive(Double driverPct, Double serverPct, String limit) {
    assertThat(CapacityBounds.limit(usage(driverPct, serverPct), 1)).isEqualTo(limit);
  }

  @Test
  void aDriverOnTwoCoresHasMoreToGive() {
    assertThat(CapacityBounds.limit(usage(95.0, 90.0), 2)).isEqualTo("server");
  }

  private static boolean isHonest(Consumer<ScriptedStage> change) {
    ScriptedStage stage = new ScriptedStage();
    change.accept(stage);
    return CapacityBounds.isHonest(stage.result());
  }

  private static HoldUsage usage(Double driverPct, Double serverPct) {
    OptionalDouble none = OptionalDouble.empty();
    return new HoldUsage(
        new HoldCosts.ServerUse(optional(serverPct), none, none, none, none, none),
        new HoldCosts.DriverUse(optional(driverPct), none),
        HoldCosts.UNKNOWN.machine(),
        Contention.UNKNOWN);
  }

  private static OptionalDouble optional(Double value) {
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
