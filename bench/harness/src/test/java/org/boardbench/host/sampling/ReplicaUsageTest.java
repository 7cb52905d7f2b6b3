package org.boardbench.host.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.boardbench.host.sampling.ResourceUsage.Limits;
import org.boardbench.host.sampling.ResourceUsage.ThreadUse;
import org.junit.jupiter.api.Test;

class ReplicaUsageTest {
  private static ResourceUsage usage(long thread, OptionalLong cpuNs, OptionalLong memoryBytes) {
    return new ResourceUsage(
        Component.SERVER,
        cpuNs,
        memoryBytes,
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        "proc",
        new Limits(OptionalDouble.of(2), OptionalLong.empty()),
        Map.of(thread, new ThreadUse("loop", 1, 2)),
        OptionalLong.of(30));
  }

  @Test
  void whatReplicasUseIsAddedUp() {
    ResourceUsage both =
        usage(1, OptionalLong.of(5), OptionalLong.of(100))
            .plusReplica(usage(2, OptionalLong.of(7), OptionalLong.of(200)));

    assertThat(both.cpuNs()).hasValue(12);
    assertThat(both.memoryBytes()).hasValue(300);
    assertThat(both.descriptors()).hasValue(60);
    assertThat(both.threads()).containsOnlyKeys(1L, 2L);
    assertThat(both.limits().cores()).hasValue(4);
    assertThat(both.limits().memoryBytes()).as("one without a limit has none").isEmpty();
  }

  @Test
  void aReplicaThatHasEndedTakesNoCpuTimeWithIt() {
    ResourceUsage before = usage(1, OptionalLong.of(5), OptionalLong.of(100));
    ResourceUsage ended =
        usage(1, OptionalLong.empty(), OptionalLong.empty()).withCountersOf(before);
    ResourceUsage other = usage(2, OptionalLong.of(7), OptionalLong.of(200));

    assertThat(ended.plusReplica(other).cpuNs()).hasValue(12);
    assertThat(ended.plusReplica(other).memoryBytes()).hasValue(200);
    assertThat(other.plusReplica(ended).memoryBytes()).hasValue(200);
  }

  @Test
  void whatIsUnknownOfOneIsUnknownOfAll() {
    ResourceUsage unknown = usage(1, OptionalLong.empty(), OptionalLong.empty());

    assertThat(unknown.plusReplica(usage(2, OptionalLong.of(7), OptionalLong.of(1))).cpuNs())
        .isEmpty();
  }
}
