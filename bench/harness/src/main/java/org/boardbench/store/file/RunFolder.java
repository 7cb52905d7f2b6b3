package org.boardbench.store.file;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.boardbench.input.InputException;
import org.boardbench.input.Problem;
import org.boardbench.results.StoreException;

/**
 * The folder of a new run.
 *
 * @param runId like the folder, unless that was named by the user
 */
public record RunFolder(Path path, String runId) {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final int MOST = 1000;

  /**
   * Makes {@code out}, or in {@code results} a folder like {@code paper-20260131-235959}: in UTC,
   * so that names sort by time wherever they were made. Where another run of the same second has
   * that name, {@code -2} and so on follow it.
   *
   * @param experiment what is run; the name begins with it
   * @throws InputException when {@code out} has content already
   */
  public static RunFolder create(Path results, Optional<Path> out, String experiment, Instant start)
      throws StoreException, InputException {
    String runId = experiment + "-" + STAMP.format(start);
    if (out.isPresent()) {
      return new RunFolder(createAt(out.get()), runId);
    }
    try {
      Files.createDirectories(results);
      Path folder = firstFree(results, runId);
      return new RunFolder(folder, folder.getFileName().toString());
    } catch (IOException e) {
      throw StoreException.writing(results.resolve(runId), e);
    }
  }

  /** To make a folder is to have it: of two that try at once, one succeeds. */
  private static Path firstFree(Path results, String runId) throws IOException {
    for (int number = 1; ; number++) {
      try {
        return Files.createDirectory(results.resolve(number == 1 ? runId : runId + "-" + number));
      } catch (FileAlreadyExistsException taken) {
        if (number == MOST) {
          throw taken;
        }
      }
    }
  }

  private static Path createAt(Path out) throws StoreException, InputException {
    try {
      Files.createDirectories(out);
      try (Stream<Path> content = Files.list(out)) {
        if (content.findAny().isEmpty()) {
          return out;
        }
      }
    } catch (FileAlreadyExistsException isNoFolder) {
      // Refused like a folder with content.
    } catch (IOException e) {
      throw StoreException.writing(out, e);
    }
    throw new InputException(
        List.of(new Problem("--out", "must be an empty or absent folder, was " + out)));
  }
}
