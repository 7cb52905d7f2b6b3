package org.boardbench.cli.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.boardbench.findings.summary.EndedRun;
import org.boardbench.input.Problem;
import org.boardbench.results.StoreException;

/** The files that a run leaves for programs, where somebody asks for them. */
public final class SummaryFiles {
  public static final String JSON = "--summary-json";
  public static final String JUNIT = "--junit";

  private SummaryFiles() {}

  /** What can be known before the run, so that its end is not lost. */
  public static List<Problem> problems(Optional<Path> json, Optional<Path> junit) {
    List<Problem> problems = new ArrayList<>();
    json.flatMap(file -> problem(JSON, file)).ifPresent(problems::add);
    junit.flatMap(file -> problem(JUNIT, file)).ifPresent(problems::add);
    return problems;
  }

  private static Optional<Problem> problem(String key, Path file) {
    Path absolute = file.toAbsolutePath();
    if (Files.isDirectory(absolute)) {
      return Optional.of(new Problem(key, "must be a file, was the folder " + file));
    }
    return Files.isDirectory(absolute.getParent())
        ? Optional.empty()
        : Optional.of(new Problem(key, "must be in a folder that is there, was " + file));
  }

  static void write(RunRequest request, EndedRun ended) throws IOException {
    if (request.summaryJson().isPresent()) {
      write(request.summaryJson().get(), ended.json());
    }
    if (request.junit().isPresent()) {
      write(request.junit().get(), ended.junit());
    }
  }

  private static void write(Path file, String text) throws IOException {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw StoreException.writing(file, e);
    }
  }
}
