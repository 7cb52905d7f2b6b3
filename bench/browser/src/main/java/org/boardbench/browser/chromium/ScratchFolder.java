package org.boardbench.browser.chromium;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Where a browser leaves its profile, so that nothing of it stays when it was killed.
 *
 * @param path a folder of its own
 */
record ScratchFolder(Path path) {
  /** For processes that have just been told to end. */
  private static final int ATTEMPTS = 20;

  private static final long PAUSE_MS = 50;

  static ScratchFolder create() {
    try {
      return new ScratchFolder(Files.createTempDirectory("boardbench-chromium-"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** With all that is in it; what a process still writes is tried again for a second. */
  void delete() {
    for (int i = 0; i < ATTEMPTS && Files.exists(path); i++) {
      if (!isDeleted()) {
        pause();
      }
    }
  }

  private boolean isDeleted() {
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
      return true;
    } catch (IOException | UncheckedIOException inUse) {
      return false;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
