package org.boardbench.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.boardbench.host.command.HostEnvironment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** With this machine's perf and kernel. */
@EnabledOnOs(OS.LINUX)
class PerfSamplerIT {
  private static final Duration MOST = Duration.ofSeconds(20);

  /** Of a kernel that lets nobody look, or only somebody else. */
  private static final List<String> FORBIDDEN =
      List.of("limited", "not permitted", "Permission denied", "not supported");

  @TempDir private Path folder;

  @BeforeEach
  void perfIsThere() {
    assumeTrue(HostEnvironment.of(Path.of("")).which("perf").isPresent(), "perf is not there");
  }

  @Test
  void seesWhatTheKernelDoesForAProcess() throws Exception {
    Process busy =
        new ProcessBuilder("dd", "if=/dev/zero", "of=/dev/null", "bs=64k")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (PerfSampler sampler = PerfSampler.inKernel(busy.pid(), folder)) {
      Samples samples = Samples.NONE;
      Instant deadline = Instant.now().plus(MOST);
      // On a busy machine it may have little time at first.
      while (samples.stacks().isEmpty() && Instant.now().isBefore(deadline)) {
        sampler.holdStarted();
        Thread.sleep(500);
        sampler.holdEnded();
        samples = samples(sampler);
      }

      assertThat(samples.stacks())
          .isNotEmpty()
          .allSatisfy(stack -> assertThat(stack.thread()).isEqualTo(ProcessTimes.MAIN))
          .anySatisfy(
              stack -> assertThat(stack.frames()).anyMatch(name -> name.startsWith("kernel:")));
      assertThat(folder).isEmptyDirectory();
    } finally {
      busy.destroyForcibly();
    }
  }

  private static Samples samples(PerfSampler sampler) throws IOException, InterruptedException {
    try {
      return sampler.samples(Instant.EPOCH, Instant.MAX);
    } catch (IOException e) {
      assumeFalse(FORBIDDEN.stream().anyMatch(e.getMessage()::contains), e.getMessage());
      throw e;
    }
  }

  @Test
  void aProcessThatHasGoneIsNoReasonToHang() throws Exception {
    Process gone = new ProcessBuilder("true").start();
    gone.waitFor();
    try (PerfSampler sampler = PerfSampler.inKernel(gone.pid(), folder)) {
      sampler.holdStarted();

      assertThatThrownBy(() -> sampler.samples(Instant.EPOCH, Instant.MAX))
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith("perf ended with status ");
      assertThat(folder).isEmptyDirectory();
    }
  }
}
