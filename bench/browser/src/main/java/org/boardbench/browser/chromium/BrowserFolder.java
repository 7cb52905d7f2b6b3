package org.boardbench.browser.chromium;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.io.FileUtils;

/**
 * Where a browser has its profile and all else that it takes for itself: who is killed does not
 * clear it away.
 */
record BrowserFolder(Path path) implements AutoCloseable {
  /** Makes an empty one. */
  static BrowserFolder create() throws BrowserFailure {
    try {
      return new BrowserFolder(Files.createTempDirectory("boardbench-browser-"));
    } catch (IOException e) {
      throw new BrowserFailure("there is no folder for the browser: " + e.getMessage());
    }
  }

  /** Clears it away; what cannot be is left to whoever clears the machine's temporary files. */
  @Override
  public void close() {
    FileUtils.deleteQuietly(path.toFile());
  }
}
