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
import org.boardbench.plan.PlanException;
import org.boardbench.plan.Problem;

/** Makes the folder of a new run. */
final class RunFolder {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private RunFolder() {}

  /** {@code paper-20260131-235959}, in UTC, so that names sort by time wherever they were made. */
  static String runId(String experiment, Instant start) {
    return experiment + "-" + STAMP.format(start);
  }

  /**
   * A folder of its own for {@code runId} in {@code results}, or {@code out} itself.
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
      return Files.createDirectory(results.resolve(runId));
    } catch (IOException e) {
      throw StoreException.writing(results.resolve(runId), e);
    }
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
