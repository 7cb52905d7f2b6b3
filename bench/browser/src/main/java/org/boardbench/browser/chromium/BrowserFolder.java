package org.boardbench.browser.chromium;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Where a browser has its profile and all else that it takes for itself: who is killed does not
 * clear it away.
 */
final class BrowserFolder implements AutoCloseable {
  private final Path path;

  private BrowserFolder(Path path) {
    this.path = path;
  }

  /** Makes an empty one. */
  static BrowserFolder create() throws BrowserFailure {
    try {
      return new BrowserFolder(Files.createTempDirectory("boardbench-browser-"));
    } catch (IOException e) {
      throw new BrowserFailure("there is no folder for the browser: " + e.getMessage());
    }
  }

  Path path() {
    return path;
  }

  /** Clears it away; what cannot be is left to whoever clears the machine's temporary files. */
  @Override
  public void close() {
    try {
      Files.walkFileTree(path, new Removal());
    } catch (IOException | UncheckedIOException stays) {
      return;
    }
  }

  /** Something that goes while it is being removed is no failure. */
  private static final class Removal extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
      if (failure instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw failure;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
      Files.deleteIfExists(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
