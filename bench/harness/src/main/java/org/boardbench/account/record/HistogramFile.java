package org.boardbench.account.record;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import org.HdrHistogram.Histogram;

/**
 * Where histograms are put aside that are not needed for long: a temporary file without a name,
 * which is gone however the program ends, and before that once nothing is left that could be read
 * from it. One thread puts, any thread reads what that has handed to it.
 */
public final class HistogramFile {
  // Not a channel: an interrupt would close that, and what is in it would be lost.
  private RandomAccessFile file;
  private ByteBuffer encoded = ByteBuffer.allocate(0);

  /**
   * Puts what it has now into the file, which is made for the first one.
   *
   * @throws IOException when there is no room for it; what was put before can still be read
   */
  KeptHistogram put(Histogram histogram) throws IOException {
    if (histogram.getTotalCount() == 0) {
      return KeptHistogram.NONE;
    }
    if (histogram.getMaxValue() == 0) { // The library would read a maximum of 63.
      return KeptHistogram.of(TimeHistograms.zeros(histogram.getTotalCount()));
    }
    int most = histogram.getNeededByteBufferCapacity();
    if (encoded.capacity() < most) {
      encoded = ByteBuffer.allocate(most);
    }
    encoded.clear();
    int length = histogram.encodeIntoByteBuffer(encoded);
    long at = append(encoded.array(), length);
    return KeptHistogram.of(() -> read(at, length));
  }

  private synchronized long append(byte[] bytes, int length) throws IOException {
    if (file == null) {
      file = withoutName();
    }
    long at = file.length();
    file.seek(at);
    file.write(bytes, 0, length);
    return at;
  }

  private static RandomAccessFile withoutName() throws IOException {
    File path = Files.createTempFile("boardbench-times", null).toFile();
    try {
      return new RandomAccessFile(path, "rw");
    } finally {
      Files.delete(path.toPath());
    }
  }

  private synchronized Histogram read(long at, int length) {
    byte[] bytes = new byte[length];
    try {
      file.seek(at);
      file.readFully(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the times that were put aside", e);
    }
    return Histogram.decodeFromByteBuffer(ByteBuffer.wrap(bytes), 0);
  }
}
