package org.boardbench.host.cgroup;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.boardbench.plan.model.LimitsSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(600)
class OwnGroupTest {
  private static final int TIMES = 300;

  @TempDir private Path parent;

  @Test
  void isMadeThoughAnotherHarnessRemovesItsLastGroupMeanwhile() throws Exception {
    List<FutureTask<Void>> harnesses =
        List.of("a", "b").stream()
            .map(name ->
                new FutureTask<Void>(() -> {
                  for (int i = 0; i < TIMES; i++) {
                    makeAndRemove(name);
                  }
                  return null;
                }))
            .toList();
    harnesses.forEach(harness -> Thread.ofPlatform().start(harness));
    for (FutureTask<Void> harness : harnesses) {
      harness.get();
    }
  }

  private void makeAndRemove(String name) throws Exception {
    OwnGroup group = new OwnGroup(List.of(parent.resolve("boardbench").resolve(name)), true);
    group.create(LimitsSpec.NONE);
    group.remove();
  }
}
