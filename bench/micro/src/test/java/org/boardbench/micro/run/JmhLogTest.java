package org.boardbench.micro.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.options.VerboseMode;

class JmhLogTest {
  @TempDir private Path folder;

  @Test
  void warningsAreKeptOnceAndEverythingIsInTheFile() throws IOException {
    Path file = folder.resolve("jmh.log");
    try (JmhLog log = JmhLog.create(file)) {
      for (int i = 0; i < 2; i++) {
        OutputFormat format = log.format(VerboseMode.NORMAL);
        format.println("# *** WARNING: This VM is not supported.");
        format.println(
            "# Timeout: 1 s per iteration, ***WARNING: The timeout might be too low!***");
        format.println("# Blackhole mode: compiler (auto-detected)");
        format.println("NOTE: a note that goes");
        format.println("on and on");
        format.println("");
        format.println("Iteration 1");
        format.close();
      }
      assertThat(log.warnings())
          .containsExactlyInAnyOrder(
              "WARNING: This VM is not supported.",
              "Timeout: 1 s per iteration, ***WARNING: The timeout might be too low!***",
              "NOTE: a note that goes on and on");
      assertThat(log.blackholeMode()).contains("compiler (auto-detected)");
    }
    assertThat(file).content().hasLineCount(14).contains("Iteration 1");
  }
}
