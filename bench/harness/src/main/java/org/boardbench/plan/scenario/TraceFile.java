package org.boardbench.plan.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** A trace as a file, of which no more is ever read than a trace may have. */
final class TraceFile {
  /** Twice what the greatest number of messages takes as JSON. */
  private static final int MOST_MIB = 16;

  private static final int MIB = 1 << 20;

  private TraceFile() {}

  /** Its content; empty when there was a problem. */
  static Optional<String> read(Path folder, String name, Consumer<String> problems) {
    try {
      Path file = folder.resolve(name);
      // A pipe or a device has no size, and may have no end.
      if (!Files.isRegularFile(file)) {
        problems.accept(none(name));
        return Optional.empty();
      }
      if (Files.size(file) > (long) MOST_MIB * MIB) {
        problems.accept(
            "must be a trace of at most %d MiB, was %s with %d MiB"
                .formatted(MOST_MIB, name, Files.size(file) / MIB));
        return Optional.empty();
      }
      return Optional.of(text(file));
    } catch (CharacterCodingException e) {
      problems.accept("must be a trace in UTF-8, was " + name + " with other bytes");
    } catch (IOException | InvalidPathException e) {
      problems.accept(none(name));
    }
    return Optional.empty();
  }

  private static String none(String name) {
    return "must be a trace or a file of one beside the experiment, was " + name;
  }

  /** Of a file that has grown since, what it was allowed to have. */
  private static String text(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_MIB * MIB);
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }
  }
}
