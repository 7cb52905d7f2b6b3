package org.boardbench.browser.chromium;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.io.FileUtils;

/**
 * Where this process's browsers have their profiles and all else that they take for themselves: who
 * is killed does not clear it away. It is one folder for all, since Playwright keeps the
 * environment of its first start, and with it this path, for all later ones; it is there while one
 * of them is.
 */
final class BrowserFolder implements AutoCloseable {
  private static final Object LOCK = new Object();

  /** Made by the first; null until then. */
  private static Path common;

  private static int users;

  private boolean closed;

  private BrowserFolder() {}

  /** The folder for one browser more; there is one until the last of them has closed it. */
  static BrowserFolder open() throws BrowserFailure {
    synchronized (LOCK) {
      try {
        if (common == null) {
          common = Files.createTempDirectory("boardbench-browser-");
        } else {
          Files.createDirectories(common);
        }
      } catch (IOException e) {
        throw new BrowserFailure("there is no folder for the browser: " + e.getMessage());
      }
      users++;
      return new BrowserFolder();
    }
  }

  Path path() {
    synchronized (LOCK) {
      return common;
    }
  }

  /** Clears it away; what cannot be is left to whoever clears the machine's temporary files. */
  @Override
  public void close() {
    synchronized (LOCK) {
      if (!closed) {
        closed = true;
        users--;
        if (users == 0) {
          FileUtils.deleteQuietly(common.toFile());
        }
      }
    }
  }
}
