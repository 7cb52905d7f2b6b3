package org.boardbench.results.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.boardbench.results.StoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppendFileTest {
  @Test
  void anInterruptedThreadStillStores(@TempDir Path folder) throws Exception {
    Path path = folder.resolve("rows");
    try (AppendFile file = AppendFile.create(path)) {
      Thread.currentThread().interrupt();
      file.append("one\n".getBytes(StandardCharsets.UTF_8));
      file.append("two\n".getBytes(StandardCharsets.UTF_8));
    } finally {
      Thread.interrupted();
    }
    assertThat(path).hasContent("one\ntwo\n");
  }

  @Test
  void saysInOneLineThatTheDiskIsFull() throws Exception {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "needs a device that is always full");
    try (AppendFile file = AppendFile.open(full)) {
      assertThatThrownBy(() -> file.append(new byte[] {1}))
          .isInstanceOf(StoreException.class)
          .hasMessage("cannot write /dev/full: No space left on device");
    }
  }
}
