package org.boardbench.host.proc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelShareTest {
  @TempDir private Path proc;

  @BeforeEach
  void hasRunBefore() throws IOException {
    Files.createDirectory(proc.resolve("self"));
    used(500, 100);
  }

  @Test
  void countsWhatHasComeSinceItsStart() throws IOException {
    KernelShare share = KernelShare.start(new ProcFs(proc));
    used(530, 190);

    assertThat(share.pct()).hasValue(75);
  }

  @Test
  void isEmptyWhereNothingWasUsedOrCanBeSeen() throws IOException {
    KernelShare share = KernelShare.start(new ProcFs(proc));
    assertThat(share.pct()).isEmpty();

    Files.delete(proc.resolve("self/stat"));
    assertThat(share.pct()).isEmpty();
    assertThat(KernelShare.start(new ProcFs(proc)).pct()).isEmpty();
  }

  private void used(long user, long kernel) throws IOException {
    Files.writeString(
        proc.resolve("self/stat"),
        "7 (java) S 1 7 7 0 -1 0 0 0 0 0 %d %d 0 0 20 0 9 0 1234 0".formatted(user, kernel));
  }
}
