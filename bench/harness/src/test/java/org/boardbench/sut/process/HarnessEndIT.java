package org.boardbench.sut.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.boardbench.host.cgroup.OwnGroups;
import org.boardbench.junit.Children;
import org.boardbench.junit.Patience;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever ends the harness, no process of a target stays. */
@Timeout(600)
class HarnessEndIT {
  @TempDir Path temporary;

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143", "HUP, 129"})
  void endsItsProcessesOnEverySignalThatAsksItToEnd(String signal, int status) throws Exception {
    Process harness = harness("wait");

    Signals.send(signal, harness);

    assertThat(harness.waitFor()).isEqualTo(status);
    assertNothingIsLeftOf(harness);
  }

  @Test
  void inTheBackgroundItIgnoresWhatATerminalSendsAndEndsOnSigterm() throws Exception {
    Process harness = started(Signals.asInTheBackground(command("wait")));

    Signals.send("INT", harness);
    Signals.send("HUP", harness);
    Signals.send("TERM", harness);

    assertThat(harness.waitFor()).as("ended by SIGTERM").isEqualTo(143);
    assertNothingIsLeftOf(harness);
  }

  @Test
  void endsItsProcessesWhenAnExceptionEndsIt() throws Exception {
    Process harness = harness("throw");

    assertThat(harness.waitFor()).isEqualTo(1);
    assertNothingIsLeftOf(harness);
  }

  @Test
  void endsWhatAKilledHarnessLeftBehind() throws Exception {
    Process harness = harness("wait");
    assertThat(Specimens.processesOf(harness.pid())).hasSize(2);
    Signals.send("KILL", harness);
    harness.waitFor();

    // Any other harness on this machine may be quicker, so who ended them is not asked.
    Leftovers.end();

    Patience.await("they end", () -> Specimens.processesOf(harness.pid()).isEmpty());
    assertThat(Specimens.groupsOf(harness.pid())).isEmpty();
  }

  @Test
  void whatIsGuardedEndsWithAHarnessThatIsKilled() throws Exception {
    Process harness = harness("guard");
    assertThat(Specimens.processesOf(harness.pid())).hasSize(2);

    Signals.send("KILL", harness);

    harness.waitFor();
    Patience.await("they end", () -> Specimens.processesOf(harness.pid()).isEmpty());
  }

  /** They take no SIGTERM as they are, and their deadline for it is minutes away. */
  @Test
  void whatWasStoppedGoesOnAndEndsWithTheHarness() throws Exception {
    Process harness = harness("stop");

    Signals.send("TERM", harness);

    assertThat(harness.waitFor(2, TimeUnit.MINUTES)).as("nobody waits for the deadline").isTrue();
    assertNothingIsLeftOf(harness);
  }

  @Test
  void whatAKilledHarnessLeftStoppedIsEndedToo() throws Exception {
    Process harness = harness("stop");
    assertThat(Specimens.processesOf(harness.pid())).hasSize(2);
    Signals.send("KILL", harness);
    harness.waitFor();

    Leftovers.end();

    Patience.await("they end", () -> Specimens.processesOf(harness.pid()).isEmpty());
    assertThat(Specimens.groupsOf(harness.pid())).isEmpty();
  }

  @Test
  void leavesTheProcessesOfALivingHarnessAlone() throws Exception {
    Process harness = harness("wait");
    assertThat(Specimens.groupsOf(harness.pid()).isEmpty()).isEqualTo(OwnGroups.find().isEmpty());

    Leftovers.end();

    assertThat(Specimens.processesOf(harness.pid())).hasSize(2);
    Signals.send("TERM", harness);
    harness.waitFor();
  }

  private Process harness(String end) throws Exception {
    return started(Signals.asInATerminal(command(end)));
  }

  private List<String> command(String end) {
    return Children.jvm(
        List.of(), HarnessSpecimen.class.getName(), List.of(temporary.toString(), end));
  }

  private Process started(List<String> command) throws Exception {
    Path errors = temporary.resolve("errors");
    Process harness = Children.builder(command).redirectError(errors.toFile()).start();
    try (BufferedReader output =
        new BufferedReader(
            new InputStreamReader(harness.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(output.readLine()).as(() -> said(errors)).isEqualTo("ready");
    }
    return harness;
  }

  private static String said(Path errors) {
    try {
      return Files.readString(errors);
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static void assertNothingIsLeftOf(Process harness) {
    assertThat(Specimens.processesOf(harness.pid())).isEmpty();
    assertThat(Specimens.groupsOf(harness.pid())).isEmpty();
  }
}
