package org.boardbench.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class JavaSamplerIT {
  private static final long CPU_NS = 500_000_000;

  @TempDir private Path folder;

  @Test
  void seesWhatAThreadDidBetweenTwoMoments() throws IOException, InterruptedException {
    try (JavaSampler sampler = JavaSampler.start(ProcessHandle.current().pid(), folder)) {
      Instant from = Instant.now();
      burn();
      Instant to = Instant.now();

      List<Stack> stacks = sampler.samples(from, to).stacks();

      assertThat(stacks)
          .anySatisfy(stack ->
              assertThat(stack.frames()).contains(JavaSamplerIT.class.getName() + ".burn"));
      assertThat(stacks).allSatisfy(stack -> assertThat(stack.ns()).isPositive());
      assertThat(sampler.samples(to.plusSeconds(60), to.plusSeconds(61)).stacks()).isEmpty();
    }
  }

  private static double burn() {
    double sum = 0;
    long until = cpuNs() + CPU_NS;
    while (cpuNs() < until) {
      for (int i = 1; i < 10_000; i++) {
        sum += Math.sqrt(i);
      }
    }
    return sum;
  }

  private static long cpuNs() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
