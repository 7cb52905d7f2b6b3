package org.boardbench.host.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.boardbench.host.proc.ClockUnits;
import org.boardbench.host.proc.ProcFs;
import org.boardbench.host.sampling.ResourceUsage.ThreadUse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineSamplerTest {
  @TempDir private Path proc;

  @Test
  void readsTheMachinesTicksInterruptsAndCores() throws Exception {
    write(
        "stat",
        """
        cpu  10 20 30 400 5 6 7 8 0 0
        cpu0 5 10 15 200 3 3 4 4 0 0
        cpu3 5 10 15 200 2 3 3 4 0 0
        intr 1 2 3
        """);

    MachineUsage usage = sampler().machine().orElseThrow();

    assertThat(usage.totalTicks()).isEqualTo(486);
    assertThat(usage.idleTicks()).isEqualTo(405);
    assertThat(usage.stealTicks()).isEqualTo(8);
    assertThat(usage.interruptTicks()).isEqualTo(13);
    assertThat(usage.cores()).isEqualTo(2);
    assertThat(usage.usedNs()).as("no groups").isEmpty();
  }

  @Test
  void readsEveryThreadOfEveryProcess() throws Exception {
    thread("7/task/7", "node", "100 20 5");
    thread("7/task/9", "libuv-worker", "30 4 5");
    thread("8/task/8", "node", "1 2 3");

    assertThat(new ThreadSampler(new ProcFs(proc)).of(List.of(7L, 8L, 99L)))
        .isEqualTo(
            Map.of(
                7L, new ThreadUse("node", 100, 20),
                9L, new ThreadUse("libuv-worker", 30, 4),
                8L, new ThreadUse("node", 1, 2)));
  }

  private MachineSampler sampler() {
    return new MachineSampler(new ProcFs(proc), new ClockUnits(10_000_000, 4096), name -> true);
  }

  private void thread(String folder, String name, String schedstat) throws IOException {
    write(folder + "/comm", name + "\n");
    write(folder + "/schedstat", schedstat + "\n");
  }

  private void write(String file, String text) throws IOException {
    Path path = proc.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
