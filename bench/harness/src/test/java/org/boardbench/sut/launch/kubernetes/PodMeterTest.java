package org.boardbench.sut.launch.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.boardbench.plan.model.LimitsSpec;
import org.boardbench.sut.launch.kubernetes.PodMeter.Reading;
import org.junit.jupiter.api.Test;

class PodMeterTest {
  private static final long SECOND = 1_000_000_000;

  private final AtomicLong nowNs = new AtomicLong(7 * SECOND);
  private final PodMeter meter = new PodMeter(LimitsSpec.NONE, nowNs::get);

  @Test
  void knowsNothingBeforeTheFirstFigure() {
    assertThat(meter.usage().cpuNs()).isEmpty();
    assertThat(meter.usage().memoryBytes()).isEmpty();
  }

  @Test
  void eachSecondHasTheMeanThatWasToldLast() {
    meter.told(new Reading(0.5, 1000));
    long before = meter.usage().cpuNs().orElseThrow();
    nowNs.addAndGet(2 * SECOND);
    assertThat(meter.usage().cpuNs().orElseThrow() - before).isEqualTo(SECOND);

    meter.told(new Reading(2, 3000));
    nowNs.addAndGet(SECOND);

    assertThat(meter.usage().cpuNs().orElseThrow() - before).isEqualTo(3 * SECOND);
    assertThat(meter.usage().memoryBytes()).hasValue(3000);
  }

  @Test
  void looksInBetweenChangeNothing() {
    meter.told(new Reading(1, 1));
    for (int i = 0; i < 10; i++) {
      nowNs.addAndGet(SECOND / 10);
      meter.told(new Reading(1, 1));
      meter.usage();
    }
    assertThat(meter.usage().cpuNs()).hasValue(SECOND);
  }
}
