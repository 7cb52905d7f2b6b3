package org.boardbench.host.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class PoliteThreadTest {
  /** Of the fields of proc_pid_stat(5) after the program's name in brackets. */
  private static final int NICE = 16;

  private static int nice() throws Exception {
    String stat = Files.readString(Path.of("/proc/thread-self/stat"));
    return Integer.parseInt(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[NICE]);
  }

  @Test
  void theThreadThatAsksGoesLastAndNoOther() throws Exception {
    int own = nice();
    FutureTask<Integer> polite = new FutureTask<>(() -> PoliteThread.become() ? nice() : own);
    Thread.ofPlatform().start(polite);

    assertThat(polite.get()).isEqualTo(19);
    assertThat(nice()).isEqualTo(own);
  }
}
