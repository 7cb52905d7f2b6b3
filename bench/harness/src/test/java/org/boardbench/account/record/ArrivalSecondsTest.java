package org.boardbench.account.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.boardbench.account.record.Phase.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ArrivalSecondsTest {
  private static final long SECOND_NS = 1_000_000_000;
  private static final int LONG = 4 * ArrivalSeconds.MOST_IN_MEMORY;

  private final ArrivalSeconds seconds = new ArrivalSeconds(new SecondGrid(0), 0);
  private final HistogramFile file = new HistogramFile();
  private final Set<PhaseTimes> used = Collections.newSetFromMap(new IdentityHashMap<>());

  /** What the second has of the kind besides what it had. */
  private void record(PhaseTimes truth, int second, Kind kind, long... rttsNs) {
    PhaseTimes times = seconds.times(seconds.at(second * SECOND_NS + 5), kind);
    used.add(times);
    for (long ns : rttsNs) {
      for (PhaseTimes to : List.of(times, truth)) {
        to.recordDelivery(0, 2 * ns);
        to.recordRoundTrip(0, ns / 2, ns);
      }
    }
  }

  private List<PhaseTimes> aLongStage() {
    List<PhaseTimes> truth = new ArrayList<>();
    for (int second = 0; second < LONG; second++) {
      truth.add(PhaseTimes.upTo(0));
      long ns = 300_000 + 977L * second;
      record(truth.get(second), second, Kind.HOLD, ns, 3 * ns, second == 7 ? 20 * SECOND_NS : ns);
      seconds.putAside(file);
      seconds.prepare();
    }
    return truth;
  }

  private static KeptTimes kept(PhaseTimes times) {
    return KeptTimes.of(times);
  }

  @Test
  void aLongStagesSecondsReadAsTheyWereRecorded() {
    List<PhaseTimes> truth = aLongStage();

    for (int second = 0; second < LONG; second++) {
      assertThat(seconds.get(second).kept(Kind.HOLD))
          .as("second %d", second)
          .contains(kept(truth.get(second)));
      assertThat(seconds.get(second).kept(Kind.RAMP)).isEmpty();
    }
    PhaseTimes sum = PhaseTimes.upTo(0);
    seconds.addTo(sum, Kind.HOLD);
    PhaseTimes all = PhaseTimes.upTo(0);
    truth.forEach(all::add);
    assertThat(kept(sum)).isEqualTo(kept(all));
  }

  @Test
  void whatArrivesInASecondThatWasPutAsideCountsThere() {
    List<PhaseTimes> truth = aLongStage();
    record(truth.get(3), 3, Kind.HOLD, 5_000_000);
    PhaseTimes ramp = PhaseTimes.upTo(0);
    record(ramp, 3, Kind.RAMP, 7_000_000);

    assertThat(seconds.get(3).kept(Kind.HOLD)).contains(kept(truth.get(3)));
    assertThat(seconds.get(3).kept(Kind.RAMP)).contains(kept(ramp));
    PhaseTimes sum = PhaseTimes.upTo(0);
    seconds.addTo(sum, Kind.HOLD);
    assertThat(sum.rtt().getTotalCount()).isEqualTo(3L * LONG + 1);
  }

  @Test
  void aLongStageTakesNoMoreHistogramsThanItsLastMinutes() {
    aLongStage();

    assertThat(used).hasSizeLessThanOrEqualTo(ArrivalSeconds.MOST_IN_MEMORY + 1);
  }

  @Test
  void timesOfNothingAndNoneAtAllAreToldApart() {
    PhaseTimes truth = PhaseTimes.upTo(0);
    record(truth, 0, Kind.HOLD, 0);
    seconds.times(seconds.at(SECOND_NS), Kind.HOLD).recordDelivery(0, 900);
    seconds.at(ArrivalSeconds.MOST_IN_MEMORY * 2 * SECOND_NS);
    seconds.putAside(file);

    assertThat(seconds.get(0).kept(Kind.HOLD)).contains(kept(truth));
    KeptTimes second = seconds.get(1).kept(Kind.HOLD).orElseThrow();
    assertThat(second.rtt()).isEqualTo(KeptHistogram.NONE);
    assertThat(second.rtt().figures().isMeasured()).isFalse();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void theFileHasNoNameThatCouldBeLeftBehind() throws IOException {
    aLongStage();

    try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
      assertThat(open.map(ArrivalSecondsTest::target))
          .anyMatch(target -> target.matches(".*boardbench-times.* \\(deleted\\)"));
    }
  }

  private static String target(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString();
    } catch (IOException closedMeanwhile) {
      return "";
    }
  }
}
