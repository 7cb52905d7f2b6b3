package org.boardbench.store;

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
import org.boardbench.core.PlanException;
import org.boardbench.core.Problem;
import org.boardbench.results.StoreException;

/** Makes the folder of a new run. */
final class RunFolder {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final int MOST = 1000;

  private RunFolder() {}

  /** {@code paper-20260131-235959}, in UTC, so that names sort by time wherever they were made. */
  static String runId(String experiment, Instant start) {
    return experiment + "-" + STAMP.format(start);
  }

  /**
   * A folder of its own for {@code runId} in {@code results}, or {@code out} itself. Where another
   * run of the same second has that name, {@code -2} and so on follow it.
   *
   * @throws PlanException when {@code out} has content already
   */
  static Path create(Path results, Optional<Path> out, String runId)
      throws StoreException, PlanException {
    if (out.isPresent()) {
      return createAt(out.get());
    }
    try {
      Files.createDirectories(results);
      return firstFree(results, runId);
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

  /**
   * What the run in {@code folder} is called: like its folder, if that was named here.
   *
   * @param asked what {@link #create} was asked for
   */
  static String nameOf(Path folder, Optional<Path> out, String asked) {
    return out.isPresent() ? asked : folder.getFileName().toString();
  }

  private static Path createAt(Path out) throws StoreException, PlanException {
    try {
      Files.createDirectories(out);
      try (Stream<Path> content = Files.list(out)) {
        if (content.findAny().isPresent()) {
          throw new PlanException(
              List.of(new Problem("--out", "must be an empty or absent folder, was " + out)));
        }
      }
      return out;
    } catch (FileAlreadyExistsException e) {
      throw new PlanException(
          List.of(new Problem("--out", "must be an empty or absent folder, was " + out)));
    } catch (IOException e) {
      throw StoreException.writing(out, e);
    }
  }
}
