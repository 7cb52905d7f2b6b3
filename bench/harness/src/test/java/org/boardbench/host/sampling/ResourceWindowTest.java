package org.boardbench.host.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ResourceWindowTest {
  private static final long SECOND_NS = 1_000_000_000;
  private static final Offset<Double> EXACT = within(1e-9);

  @Test
  void theDriversRunDelayIsThatOfTheThreadThatWaitedLongest() {
    assertThat(
            window(
                    Map.of("1", 900L * SECOND_NS, "2", 100_000_000L),
                    Map.of("1", 900L * SECOND_NS + 1_000, "2", 300_000_000L))
                .driverRunDelayPct())
        .hasValueCloseTo(10.0, EXACT);
  }

  @Test
  void aThreadThatBeganInTheWindowHasWaitedAllItSays() {
    assertThat(
            window(Map.of("1", 0L, "2", 900_000_000L), Map.of("2", 20_000_000L, "3", 40_000_000L))
                .driverRunDelayPct())
        .as("2 is another thread under the same number")
        .hasValueCloseTo(2.0, EXACT);
  }

  @Test
  void theRunDelayIsEmptyWhereTheKernelDoesNotCountIt() {
    assertThat(window(Map.of(), Map.of()).driverRunDelayPct()).isEmpty();
  }

  /** Two seconds. */
  private static ResourceWindow window(Map<String, Long> start, Map<String, Long> end) {
    return new ResourceWindow(snapshot(0, start), snapshot(2 * SECOND_NS, end));
  }

  private static ResourceSnapshot snapshot(long timeNs, Map<String, Long> runDelays) {
    return new ResourceSnapshot(
        timeNs,
        List.of(),
        Optional.of(new MachineUsage(timeNs, 0, 0, runDelays, 0, OptionalLong.empty(), 0)));
  }
}
