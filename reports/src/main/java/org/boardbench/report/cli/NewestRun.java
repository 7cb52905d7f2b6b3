package org.boardbench.report.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.boardbench.report.stored.CalibrationReader;
import org.boardbench.report.stored.ClientShareReader;
import org.boardbench.report.stored.MicroReader;

/** Finds the newest run by the time in its folder's name, which survives copying and checkouts. */
final class NewestRun {
  private static final Pattern NAME = Pattern.compile(".+-(\\d{8}-\\d{6})(?:-(\\d{1,9}))?");

  private NewestRun() {}

  /**
   * Folders that are not named as a run, such as a committed reference, calibrations, runs of the
   * microbenchmarks and of several clients do not count.
   */
  static Optional<Path> in(Path results) throws IOException {
    return newestFirst(results).stream()
        .filter(folder -> !CalibrationReader.isCalibration(folder))
        .filter(folder -> !MicroReader.isMicro(folder))
        .filter(folder -> !ClientShareReader.isClientShare(folder))
        .findFirst();
  }

  /** Runs of the microbenchmarks alone, the newest first. */
  static List<Path> microsIn(Path results) throws IOException {
    return newestFirst(results).stream().filter(MicroReader::isMicro).toList();
  }

  private static List<Path> newestFirst(Path results) throws IOException {
    if (!Files.isDirectory(results)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(results)) {
      return entries
          .filter(Files::isDirectory)
          .filter(folder -> !time(folder).isEmpty())
          .sorted(
              Comparator.comparing(NewestRun::time)
                  .thenComparingInt(NewestRun::number)
                  .thenComparing(Comparator.naturalOrder())
                  .reversed())
          .toList();
    }
  }

  /** Counts the runs that began in the same second. */
  private static int number(Path folder) {
    Matcher name = NAME.matcher(folder.getFileName().toString());
    return name.matches() && name.group(2) != null ? Integer.parseInt(name.group(2)) : 1;
  }

  private static String time(Path folder) {
    Matcher name = NAME.matcher(folder.getFileName().toString());
    return name.matches() ? name.group(1) : "";
  }
}
