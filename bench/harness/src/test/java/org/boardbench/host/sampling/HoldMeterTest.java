package org.boardbench.host.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.assertj.core.data.Offset;
import org.boardbench.results.row.HoldCosts;
import org.junit.jupiter.api.Test;

class HoldMeterTest {
  private static final Offset<Double> EXACT = within(1e-9);
  private static final long MIB = 1 << 20;

  @Test
  void sumsUpAHoldFromItsSamples() {
    ResourceSnapshot start = snapshot(10_000, 1000, 100 * MIB, 500, 1000, 0, 0);
    ResourceSnapshot first = snapshot(11_000, 1500, 200 * MIB, 520, 1100, 180, 2);
    ResourceSnapshot second = snapshot(12_000, 3000, 300 * MIB, 540, 1200, 300, 4);
    ResourceSnapshot end = snapshot(13_000, 3100, 250 * MIB, 560, 1300, 400, 8);

    HoldUsage usage = usage(start, List.of(first, second), end, 1_000_000);

    assertThat(usage.server().cpuMeanPct()).hasValueCloseTo(70.0, EXACT);
    assertThat(usage.server().cpuMaxPct()).hasValueCloseTo(150.0, EXACT);
    assertThat(usage.server().companionCpuMeanPct()).hasValueCloseTo(2.0, EXACT);
    assertThat(usage.server().memoryMeanMib()).hasValueCloseTo(250.0, EXACT);
    assertThat(usage.server().memoryMaxMib()).hasValueCloseTo(300.0, EXACT);
    assertThat(usage.server().cpuUsPerDelivery()).hasValueCloseTo(2.16, EXACT);
    assertThat(usage.driver().cpuPct()).hasValueCloseTo(10.0, EXACT);
    assertThat(usage.machine().idlePct()).hasValueCloseTo(100 * 400 / 600.0, EXACT);
    assertThat(usage.machine().stealPct()).hasValueCloseTo(100 * 8 / 600.0, EXACT);
    assertThat(usage.driver().runDelayPct()).hasValueCloseTo(0.1, EXACT);
  }

  @Test
  void doesNotTakeAShortLastWindowForABusySecond() {
    ResourceSnapshot start = snapshot(10_000, 0, MIB, 0, 0, 0, 0);
    ResourceSnapshot sample = snapshot(11_000, 100, MIB, 0, 0, 0, 0);
    ResourceSnapshot end = snapshot(11_010, 120, MIB, 0, 0, 0, 0);

    assertThat(usage(start, List.of(sample), end, 0).server().cpuMaxPct())
        .hasValueCloseTo(10.0, EXACT);
  }

  @Test
  void ignoresSamplesOutsideTheHold() {
    ResourceSnapshot before = snapshot(9_000, 0, 900 * MIB, 0, 0, 0, 0);
    ResourceSnapshot start = snapshot(10_000, 1000, MIB, 0, 0, 0, 0);
    ResourceSnapshot end = snapshot(11_000, 1100, MIB, 0, 0, 0, 0);
    ResourceSnapshot after = snapshot(12_000, 9900, 900 * MIB, 0, 0, 0, 0);

    HoldUsage usage = usage(start, List.of(before, after), end, 0);

    assertThat(usage.server().cpuMaxPct()).hasValueCloseTo(10.0, EXACT);
    assertThat(usage.server().memoryMaxMib()).hasValueCloseTo(1.0, EXACT);
  }

  @Test
  void leavesEmptyWhatWasNotMeasured() {
    ResourceSnapshot start = new ResourceSnapshot(0, List.of(), Optional.empty());
    ResourceSnapshot end = new ResourceSnapshot(1_000_000_000, List.of(), Optional.empty());

    HoldUsage usage = usage(start, List.of(), end, 1);

    assertThat(usage)
        .isEqualTo(
            new HoldUsage(
                HoldCosts.UNKNOWN.server(),
                HoldCosts.UNKNOWN.driver(),
                HoldCosts.UNKNOWN.machine(),
                Contention.UNKNOWN));
  }

  @Test
  void aSampleOnItsWayWhenTheHoldEndedCounts() {
    HoldMeter meter = new HoldMeter(snapshot(10_000, 0, MIB, 0, 0, 0, 0));
    meter.end(snapshot(12_000, 1100, MIB, 0, 0, 0, 0));
    meter.add(snapshot(11_000, 1000, MIB, 0, 0, 0, 0));

    assertThat(meter.usage(0).server().cpuMaxPct()).hasValueCloseTo(100.0, EXACT);
  }

  private static HoldUsage usage(
      ResourceSnapshot start,
      List<ResourceSnapshot> samples,
      ResourceSnapshot end,
      long deliveries) {
    HoldMeter meter = new HoldMeter(start);
    meter.end(end);
    samples.forEach(meter::add);
    return meter.usage(deliveries);
  }

  private static ResourceSnapshot snapshot(
      long timeMs,
      long serverMs,
      long memoryBytes,
      long redisMs,
      long driverMs,
      long idleTicks,
      long stealTicks) {
    return new ResourceSnapshot(
        timeMs * 1_000_000,
        List.of(
            usage("server", serverMs, memoryBytes),
            usage("redis", redisMs, MIB),
            usage("driver", driverMs, MIB)),
        Optional.of(
            new MachineUsage(
                timeMs / 5,
                idleTicks,
                stealTicks,
                Map.of("7", timeMs * 1_000),
                0,
                OptionalLong.empty(),
                0)));
  }

  private static ResourceUsage usage(String component, long cpuMs, long memoryBytes) {
    return new ResourceUsage(
        component,
        OptionalLong.of(cpuMs * 1_000_000),
        OptionalLong.of(memoryBytes),
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        "proc",
        ResourceUsage.Limits.UNKNOWN,
        Map.of());
  }
}
