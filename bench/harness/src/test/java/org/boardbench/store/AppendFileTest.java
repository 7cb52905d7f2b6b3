package org.boardbench.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AppendFileTest {
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
