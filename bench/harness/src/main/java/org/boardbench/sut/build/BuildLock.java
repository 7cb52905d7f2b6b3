package org.boardbench.sut.build;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;

/** Keeps two harnesses from building the same target at once. */
final class BuildLock implements AutoCloseable {
  private static final long POLL_MS = 100;

  private final FileChannel channel;

  private BuildLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Waits for the lock on {@code file}; empty when another harness holds it for all that time. */
  static Optional<BuildLock> acquire(Path file, Duration deadline)
      throws IOException, InterruptedException {
    long deadlineNs = System.nanoTime() + deadline.toNanos();
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    boolean locked = false;
    try {
      while (!locked && System.nanoTime() - deadlineNs < 0) {
        locked = tryLock(channel);
        if (!locked) {
          Thread.sleep(POLL_MS);
        }
      }
    } finally {
      if (!locked) {
        channel.close();
      }
    }
    return locked ? Optional.of(new BuildLock(channel)) : Optional.empty();
  }

  private static boolean tryLock(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException heldInThisJvm) {
      return false;
    }
  }

  /** Lets go of the lock; the kernel does the same for a harness that dies. */
  @Override
  public void close() throws IOException {
    channel.close();
  }
}
