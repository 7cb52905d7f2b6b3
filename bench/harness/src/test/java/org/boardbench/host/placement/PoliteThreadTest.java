package org.boardbench.host.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class PoliteThreadTest {
  /** Of the fields of proc_pid_stat(5) after the program's name in brackets. */
  private static final int NICE = 16;

  private static int nice() throws Exception {
    String stat = Files.readString(Path.of("/proc/thread-self/stat"));
    return Integer.parseInt(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[NICE]);
  }

  @Test
  void theThreadThatAsksGoesLastAndNoOther() throws Exception {
    int own = nice();
    CompletableFuture<Integer> polite = new CompletableFuture<>();
    Thread thread =
        Thread.ofPlatform()
            .start(() -> {
              try {
                assertThat(PoliteThread.become()).isTrue();
                polite.complete(nice());
              } catch (Exception | AssertionError e) {
                polite.completeExceptionally(e);
              }
            });
    thread.join();

    assertThat(polite.get()).isEqualTo(19);
    assertThat(nice()).isEqualTo(own);
  }
}
