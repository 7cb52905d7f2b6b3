package org.boardbench.sut.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.boardbench.host.proc.ProcFs;
import org.boardbench.junit.Patience;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Processes that carry a marker, of a harness that this machine's {@code /proc} does not have. */
@Timeout(600)
@EnabledOnOs(OS.LINUX)
class LeftoversIT {
  /** Above the kernel's largest pid, so that it is nobody's. */
  private static final long NOBODY = 999_999_999;

  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void endThem() {
    started.forEach(Process::destroyForcibly);
  }

  @Test
  void leavesAloneWhatBelongsToAHarnessInAnotherPidNamespaceOrOfAnotherBoot() throws Exception {
    PidScope here = PidScope.here().orElseThrow();
    Process inAContainer = marked(Optional.of(new PidScope(here.boot(), "1")));
    Process onAnotherMachine =
        marked(Optional.of(new PidScope("000000000000", here.pidNamespace())));
    Process left = marked(Optional.of(here));
    Process ofAnOlderVersion = marked(Optional.empty());

    List<Long> ended = Leftovers.end();

    assertThat(ended).doesNotContain(inAContainer.pid(), onAnotherMachine.pid());
    // Any other harness on this machine may be quicker, so who ended them is not asked.
    left.waitFor();
    ofAnOlderVersion.waitFor();
    assertThat(inAContainer.isAlive()).isTrue();
    assertThat(onAnotherMachine.isAlive()).isTrue();
  }

  @Test
  void aContainerOfAnotherPlaceOrOfUnknownOriginIsNoLeftover() {
    PidScope here = PidScope.here().orElseThrow();

    assertThat(new TrialMarker(NOBODY, 1, 1, Optional.of(here)).isOfDeadHarness()).isTrue();
    assertThat(TrialMarker.next().isOfDeadHarness()).as("this one lives").isFalse();
    assertThat(
            new TrialMarker(NOBODY, 1, 1, Optional.of(new PidScope(here.boot(), "1")))
                .isOfDeadHarness())
        .isFalse();
    assertThat(new TrialMarker(NOBODY, 1, 1, Optional.empty()).isOfDeadHarness())
        .as("nobody knows where it ran")
        .isFalse();
  }

  @Test
  void markersAreReadBackFromValuesAndNames() {
    TrialMarker marker = TrialMarker.next();

    assertThat(TrialMarker.parse(marker.value())).contains(marker);
    assertThat(TrialMarker.parse("17:4711-3"))
        .contains(new TrialMarker(17, 4711, 3, Optional.empty()));
    assertThat(TrialMarker.parse("17:4711-3-elsewhere")).isEmpty();
    assertThat(TrialMarker.isOfDeadHarness(marker.folderName())).isFalse();
    assertThat(
            TrialMarker.isOfDeadHarness(
                new TrialMarker(NOBODY, 1, 2, PidScope.here()).folderName()))
        .isTrue();
  }

  private Process marked(Optional<PidScope> place) throws Exception {
    ProcessBuilder builder = new ProcessBuilder("sleep", "1000");
    builder.environment().put(TrialMarker.VARIABLE, new TrialMarker(NOBODY, 1, 1, place).value());
    Process process = builder.start();
    started.add(process);
    // Between fork and exec it still has this JVM's environment.
    Patience.await(
        "it carries its marker",
        () -> ProcFs.SYSTEM.variable(process.pid(), TrialMarker.VARIABLE).isPresent());
    return process;
  }
}
