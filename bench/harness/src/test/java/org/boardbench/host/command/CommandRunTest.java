package org.boardbench.host.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.boardbench.junit.Patience;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandRunTest {
  private static final Map<String, String> PATH = Map.of("PATH", System.getenv("PATH"));

  @TempDir private Path folder;

  @Test
  void tellsWhatACommandPrintsAndComplainsOfAndItsStatusInTheGivenEnvironmentAlone()
      throws Exception {
    CommandRun run =
        CommandRun.of(
                List.of("sh", "-c", "echo \"$A-$HOME\"; pwd; echo no >&2; exit 3"),
                folder,
                Map.of("PATH", System.getenv("PATH"), "A", "b"))
            .orElseThrow();

    assertThat(run).isEqualTo(new CommandRun(3, "b-\n" + folder.toRealPath() + "\n", "no\n"));
  }

  @Test
  void aProgramThatIsNotThereSaysSoAndIsNoSuccess() throws Exception {
    assertThat(CommandRun.of(List.of("no-such-program"), folder, PATH).stream())
        .filteredOn(CommandRun::succeeded)
        .isEmpty();
  }

  @Test
  void aCommandThatGivesNoAnswerInTimeIsEndedWithWhatItHasStarted() throws Exception {
    Path pid = folder.resolve("pid");

    assertThat(
            CommandRun.of(
                List.of("sh", "-c", "sleep 1000 & echo $! >pid.new; mv pid.new pid; wait"),
                folder,
                PATH,
                Duration.ofSeconds(2)))
        .isEmpty();

    long child = Long.parseLong(Files.readString(pid).strip());
    Patience.await(
        "the end of the child",
        () -> ProcessHandle.of(child).filter(ProcessHandle::isAlive).isEmpty());
  }
}
