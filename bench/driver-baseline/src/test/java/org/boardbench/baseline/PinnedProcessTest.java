package org.boardbench.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.boardbench.host.command.HostEnvironment;
import org.boardbench.host.proc.ProcFs;
import org.boardbench.sut.process.ProcessSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class PinnedProcessTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path folder;
  private final ProcessSet processes = ProcessSet.endingWithTheHarness();
  private Path output;

  @BeforeEach
  void needTaskset() {
    assumeTrue(HostEnvironment.of(folder).which("taskset").isPresent(), "there is no taskset");
    output = folder.resolve("output");
  }

  @Test
  void aProgramThatFailsIsToldWithItsStatusAndItsLastWords() throws Exception {
    try (PinnedProcess process = start("echo at work; echo out of ideas; exit 3")) {
      assertThatThrownBy(() -> process.awaitSuccess(PATIENCE))
          .isInstanceOf(MeasurementException.class)
          .hasMessage("the program ended with status 3: out of ideas (" + output + ")");
    }
  }

  @Test
  void whatAProgramHasUsedIsKnownAfterItsEnd() throws Exception {
    try (PinnedProcess process =
        start("i=0; while [ $i -lt 500000 ]; do i=$((i + 1)); done; sleep 1")) {
      process.awaitSuccess(PATIENCE);

      assertThat(process.usage().cpuTime()).isPositive();
      assertThat(process.usage().peakMemoryKib()).isPositive();
    }
  }

  @Test
  void whatAProgramHasStartedEndsWithIt() throws Exception {
    PinnedProcess process = start("sleep 1000 & echo $!; wait");
    while (Files.readString(output).isBlank()) {
      Thread.sleep(10);
    }
    process.close();

    assertThat(process.isAlive()).isFalse();
    assertThat(
            ProcFs.SYSTEM.stat(Files.readString(output).strip()).filter(child -> !child.hasEnded()))
        .isEmpty();
  }

  private PinnedProcess start(String script) throws IOException {
    String cpu = ProcFs.SYSTEM.cpus("self").orElseThrow().first().toString();
    return PinnedProcess.start(processes, "the program", cpu, List.of("sh", "-c", script), output);
  }
}
