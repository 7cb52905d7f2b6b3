package org.boardbench.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever ends the harness, no process of a target stays. */
@Timeout(120)
class HarnessEndIT {
  @TempDir Path temporary;

  @Test
  void endsItsProcessesOnCtrlC() throws Exception {
    Process harness = harness("wait");

    signal("INT", harness);

    assertThat(harness.waitFor()).isEqualTo(130);
    assertThat(Specimens.processesOf(harness.pid())).isEmpty();
  }

  @Test
  void endsItsProcessesOnSigterm() throws Exception {
    Process harness = harness("wait");

    signal("TERM", harness);

    assertThat(harness.waitFor()).isEqualTo(143);
    assertThat(Specimens.processesOf(harness.pid())).isEmpty();
  }

  @Test
  void endsItsProcessesWhenAnExceptionEndsIt() throws Exception {
    Process harness = harness("throw");

    assertThat(harness.waitFor()).isEqualTo(1);
    assertThat(Specimens.processesOf(harness.pid())).isEmpty();
  }

  @Test
  void endsWhatAKilledHarnessLeftBehind() throws Exception {
    Process harness = harness("wait");
    signal("KILL", harness);
    harness.waitFor();
    assertThat(Specimens.processesOf(harness.pid())).hasSize(2);

    assertThat(Leftovers.end()).hasSizeGreaterThanOrEqualTo(2);

    Specimens.await("they end", () -> Specimens.processesOf(harness.pid()).isEmpty());
  }

  @Test
  void leavesTheProcessesOfALivingHarnessAlone() throws Exception {
    Process harness = harness("wait");

    Leftovers.end();

    assertThat(Specimens.processesOf(harness.pid())).hasSize(2);
    signal("TERM", harness);
    harness.waitFor();
  }

  private Process harness(String end) throws Exception {
    Process harness =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                HarnessSpecimen.class.getName(),
                temporary.toString(),
                end)
            .redirectError(new File("/dev/null"))
            .start();
    try (BufferedReader output =
        new BufferedReader(
            new InputStreamReader(harness.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(output.readLine()).isEqualTo("ready");
    }
    assertThat(Specimens.processesOf(harness.pid())).isNotEmpty();
    return harness;
  }

  private static void signal(String name, Process process) throws Exception {
    Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
    assertThat(kill.waitFor()).isZero();
  }
}
