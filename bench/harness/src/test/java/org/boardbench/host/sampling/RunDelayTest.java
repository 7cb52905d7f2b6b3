package org.boardbench.host.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.boardbench.host.proc.ProcFs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunDelayTest {
  @TempDir Path proc;

  @Test
  void tellsTheDelayOfEachThreadWhoseNameCounts() throws IOException {
    thread(1, "loop-0", 100);
    thread(2, "loop-1", 20);
    thread(3, "GC Thread#0", 7);

    assertThat(loops().byThreadNs()).containsOnly(entry("1", 100L), entry("2", 20L));
  }

  @Test
  void isNotMeasuredWhereTheKernelDoesNotCount() {
    assertThat(loops().byThreadNs()).isEmpty();
  }

  private RunDelay loops() {
    return new RunDelay(new ProcFs(proc), name -> name.startsWith("loop"));
  }

  private void thread(int id, String name, long delayNs) throws IOException {
    Path folder = Files.createDirectories(proc.resolve("self/task/" + id));
    Files.writeString(folder.resolve("comm"), name + "\n");
    Files.writeString(folder.resolve("schedstat"), "999 " + delayNs + " 5\n");
  }
}
