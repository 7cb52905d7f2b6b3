package org.boardbench.plan.scenario;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.boardbench.scenario.message.PayloadSizes;
import org.boardbench.scenario.trace.TraceMessages;
import org.boardbench.scenario.trace.TraceReader;

/**
 * A trace as a file, packed by gzip or not, of which no more is ever read than a trace may have.
 */
final class TraceFile {
  /** Twice what the greatest number of messages takes as JSON. */
  private static final int MOST_MIB = 16;

  private static final int MIB = 1 << 20;

  /** What a file by gzip begins with (RFC 1952). */
  private static final int[] GZIP = {0x1f, 0x8b};

  private TraceFile() {}

  /**
   * Its messages; empty when there was a problem.
   *
   * @param bounds what a message's size may be
   */
  static Optional<TraceMessages> read(
      Path folder, String name, PayloadSizes bounds, Consumer<String> problems) {
    try {
      Path file = folder.resolve(name);
      // A pipe or a device has no size, and may have no end.
      if (!Files.isRegularFile(file)) {
        problems.accept(none(name));
        return Optional.empty();
      }
      if (Files.size(file) > (long) MOST_MIB * MIB) {
        problems.accept(tooLong(name, "with " + Files.size(file) / MIB + " MiB"));
        return Optional.empty();
      }
      try (InputStream stored = new BufferedInputStream(Files.newInputStream(file));
          Reader text = text(stored)) {
        return TraceReader.read(text, name, bounds, problems);
      }
    } catch (CharacterCodingException e) {
      problems.accept("must be a trace in UTF-8, was " + name + " with other bytes");
    } catch (TooLongException e) {
      problems.accept(tooLong(name, "with more"));
    } catch (ZipException | EOFException e) {
      problems.accept("must be a whole file of gzip, was " + name + ": " + e.getMessage());
    } catch (IOException | InvalidPathException e) {
      problems.accept(none(name));
    }
    return Optional.empty();
  }

  private static String none(String name) {
    return "must be a trace or a file of one beside the experiment, was " + name;
  }

  private static String tooLong(String name, String found) {
    return "must be a trace of at most " + MOST_MIB + " MiB, was " + name + " " + found;
  }

  private static Reader text(InputStream stored) throws IOException {
    InputStream plain = isGzip(stored) ? new GZIPInputStream(stored) : stored;
    return new InputStreamReader(new Bounded(plain), StandardCharsets.UTF_8.newDecoder());
  }

  private static boolean isGzip(InputStream stored) throws IOException {
    stored.mark(GZIP.length);
    boolean isGzip = stored.read() == GZIP[0] && stored.read() == GZIP[1];
    stored.reset();
    return isGzip;
  }

  /** It has more than a trace may have, packed or since it was looked at. */
  private static final class TooLongException extends IOException {
    private static final long serialVersionUID = 1;
  }

  /** Ends with an exception where a trace must have ended. */
  private static final class Bounded extends FilterInputStream {
    private long leftBytes = (long) MOST_MIB * MIB;

    Bounded(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = super.read(bytes, offset, length);
      count(Math.max(0, read));
      return read;
    }

    private void count(int bytes) throws TooLongException {
      leftBytes -= bytes;
      if (leftBytes < 0) {
        throw new TooLongException();
      }
    }
  }
}
