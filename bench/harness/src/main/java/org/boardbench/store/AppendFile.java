package org.boardbench.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file that only grows, by whole batches: a batch is on the disk when {@link #append} returns,
 * and when it throws, nothing of it is left, so that what follows does not begin in the middle of a
 * line.
 */
final class AppendFile implements Closeable {
  private final Path file;
  private final FileChannel channel;

  private AppendFile(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** A file that must not exist yet. */
  static AppendFile create(Path file) throws StoreException {
    return open(file, StandardOpenOption.CREATE_NEW);
  }

  /** A file that may exist. */
  static AppendFile open(Path file) throws StoreException {
    return open(file, StandardOpenOption.CREATE);
  }

  private static AppendFile open(Path file, StandardOpenOption creation) throws StoreException {
    try {
      return new AppendFile(file, FileChannel.open(file, creation, StandardOpenOption.WRITE));
    } catch (IOException e) {
      throw StoreException.writing(file, e);
    }
  }

  /** False when another process, or another store of this one, has it. Held until closed. */
  boolean tryLock() throws StoreException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    } catch (IOException e) {
      throw StoreException.writing(file, e);
    }
  }

  boolean isEmpty() throws StoreException {
    try {
      return channel.size() == 0;
    } catch (IOException e) {
      throw StoreException.reading(file, e);
    }
  }

  /** Cuts off everything from byte {@code length} on. */
  void truncate(long length) throws StoreException {
    try {
      channel.truncate(length);
      channel.force(true);
    } catch (IOException e) {
      throw StoreException.writing(file, e);
    }
  }

  void append(byte[] batch) throws StoreException {
    long start = -1;
    try {
      start = channel.size();
      ByteBuffer bytes = ByteBuffer.wrap(batch);
      while (bytes.hasRemaining()) {
        channel.write(bytes, start + bytes.position());
      }
      channel.force(true);
    } catch (IOException e) {
      throw takenBack(start, StoreException.writing(file, e));
    }
  }

  private StoreException takenBack(long start, StoreException failure) {
    try {
      if (start >= 0) {
        channel.truncate(start);
      }
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
    return failure;
  }

  /** For a file that is given up for another reason, which is on its way already. */
  void closeQuietly() {
    try {
      channel.close();
    } catch (IOException ignored) {
      // The file system takes the handle back when the process ends.
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
