package org.boardbench.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.boardbench.host.proc.ProcFs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessTimesTest {
  private static final long PID = 70;
  private static final long NS_PER_TICK = 10_000_000;

  @TempDir private Path proc;

  private void stat(String file, String name, int user, int kernel) throws IOException {
    Path path = proc.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(
        path,
        "70 (%s) S 1 70 70 0 -1 4194304 1 2 3 4 %d %d 9 9 20 0 1 0 5 6\n"
            .formatted(name, user, kernel));
  }

  private ProcessTimes now() {
    return ProcessTimes.of(new ProcFs(proc), PID).orElseThrow();
  }

  @Test
  void threadsAddUpToWhatTheProcessHasUsed() throws IOException {
    stat("70/stat", "java", 100, 50);
    stat("70/task/70/stat", "java", 10, 5);
    stat("70/task/71/stat", "GC Thread#0", 40, 20);
    stat("70/task/72/stat", "a (b) c", 50, 25);
    ProcessTimes before = now();
    stat("70/stat", "java", 130, 59);
    stat("70/task/71/stat", "GC Thread#0", 45, 21);
    stat("70/task/73/stat", "new one", 7, 1);
    Files.delete(proc.resolve("70/task/72/stat"));
    Files.delete(proc.resolve("70/task/72"));

    assertThat(now().since(before, NS_PER_TICK))
        .containsExactlyInAnyOrder(
            new ThreadUse("GC Thread#0", 50e6, 10e6),
            new ThreadUse("new one", 70e6, 10e6),
            new ThreadUse(ProcessTimes.ENDED, 180e6, 70e6));
  }

  @Test
  void theFirstThreadIsNamedSoWhateverTheProgramIsCalled() throws IOException {
    stat("70/stat", "node", 0, 0);
    stat("70/task/70/stat", "node", 0, 0);
    ProcessTimes before = now();
    stat("70/stat", "node", 2, 1);
    stat("70/task/70/stat", "node", 2, 1);

    assertThat(now().since(before, NS_PER_TICK))
        .containsExactly(new ThreadUse(ProcessTimes.MAIN, 20e6, 10e6));
  }

  @Test
  void whatTheKernelEstimatesOtherwiseOfTheProcessThanOfItsThreadsIsNoThreadThatEnded()
      throws IOException {
    stat("70/stat", "java", 0, 0);
    stat("70/task/71/stat", "worker", 0, 0);
    ProcessTimes before = now();
    stat("70/stat", "java", 40, 60);
    stat("70/task/71/stat", "worker", 60, 40);

    assertThat(now().since(before, NS_PER_TICK))
        .containsExactly(new ThreadUse("worker", 600e6, 400e6));
  }

  @Test
  void aProcessThatIsGoneHasNone() {
    assertThat(ProcessTimes.of(new ProcFs(proc), PID)).isEmpty();
  }
}
