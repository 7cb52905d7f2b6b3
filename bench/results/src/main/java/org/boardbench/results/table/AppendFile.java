package org.boardbench.results.table;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.boardbench.results.StoreException;

/**
 * A file that only grows, by whole batches: a batch is on the disk when {@link #append} returns,
 * and when it throws, nothing of it is left, so that what follows does not begin in the middle of a
 * line. An interrupt does not disturb it: a channel would close itself, and what has to be stored
 * after Ctrl-C would be lost.
 */
public final class AppendFile implements Closeable {
  private final Path file;
  private final RandomAccessFile content;

  private AppendFile(Path file, RandomAccessFile content) {
    this.file = file;
    this.content = content;
  }

  /** A file that must not exist yet. */
  public static AppendFile create(Path file) throws StoreException {
    try {
      Files.createFile(file);
    } catch (IOException e) {
      throw StoreException.writing(file, e);
    }
    return open(file);
  }

  /** A file that may exist. */
  public static AppendFile open(Path file) throws StoreException {
    try {
      return new AppendFile(file, new RandomAccessFile(file.toFile(), "rw"));
    } catch (IOException e) {
      throw StoreException.writing(file, e);
    }
  }

  /** False when another process, or another store of this one, has it. Held until closed. */
  boolean tryLock() throws StoreException {
    try {
      return content.getChannel().tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    } catch (IOException e) {
      throw StoreException.writing(file, e);
    }
  }

  public boolean isEmpty() throws StoreException {
    try {
      return content.length() == 0;
    } catch (IOException e) {
      throw StoreException.reading(file, e);
    }
  }

  /** Cuts off everything from byte {@code length} on. */
  void truncate(long length) throws StoreException {
    try {
      content.setLength(length);
      content.getFD().sync();
    } catch (IOException e) {
      throw StoreException.writing(file, e);
    }
  }

  public void append(byte[] batch) throws StoreException {
    long start = -1;
    try {
      start = content.length();
      content.seek(start);
      content.write(batch);
      content.getFD().sync();
    } catch (IOException e) {
      throw takenBack(start, StoreException.writing(file, e));
    }
  }

  private StoreException takenBack(long start, StoreException failure) {
    try {
      if (start >= 0) {
        content.setLength(start);
      }
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
    return failure;
  }

  /** For a file that is given up for another reason, which is on its way already. */
  void closeQuietly() {
    try {
      content.close();
    } catch (IOException ignored) {
      // The file system takes the handle back when the process ends.
    }
  }

  @Override
  public void close() throws IOException {
    content.close();
  }
}
