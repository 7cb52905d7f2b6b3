package org.boardbench.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.boardbench.target.cgroup.Cgroup;
import org.boardbench.target.cgroup.CgroupUsage;
import org.junit.jupiter.api.Test;

class ComponentSamplerTest {
  private static final long PID = ProcessHandle.current().pid();

  @Test
  void aGroupHasTheMemoryThatItIsCharged() {
    assertThat(usage(List.of(PID)).memoryBytes()).hasValue(4096);
  }

  @Test
  void aGroupWhoseProcessesHaveEndedHasNoMemoryToMeasureAndKeepsItsCpuTime() {
    ResourceUsage usage = usage(List.of());

    assertThat(usage.memoryBytes()).isEmpty();
    assertThat(usage.cpuNs()).hasValue(5);
  }

  private static ResourceUsage usage(List<Long> processes) {
    Component server =
        new Component(Component.SERVER, PID, Optional.of(new Group(processes)), Optional.empty());
    try (ComponentSampler sampler =
        new ComponentSampler(server, ProcFs.SYSTEM, new ClockUnits(1, 4096))) {
      return sampler.usage(Map.of());
    }
  }

  private record Group(List<Long> processes) implements Cgroup {
    @Override
    public String source() {
      return "scripted";
    }

    @Override
    public CgroupUsage usage() {
      return new CgroupUsage(
          OptionalLong.of(5), OptionalLong.of(4096), OptionalLong.empty(), OptionalLong.empty());
    }

    @Override
    public OptionalDouble cpuLimit() {
      return OptionalDouble.empty();
    }

    @Override
    public OptionalLong memoryLimitBytes() {
      return OptionalLong.empty();
    }
  }
}
