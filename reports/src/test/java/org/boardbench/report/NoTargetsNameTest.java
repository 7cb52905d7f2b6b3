package org.boardbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A server is one folder: no code of the harness or of the reports may know it by its name. */
class NoTargetsNameTest {
  private static final Path ROOT = Path.of("..");
  private static final List<String> SOURCES =
      List.of("bench/harness/src/main/java", "reports/src/main/java");

  /** What is a word of its own: the server of calibrations, and a case of the microbenchmarks. */
  private static final Map<String, List<String>> ALLOWED =
      Map.of(
          "Calibration.java", List.of("reference"),
          // How its clients come back.
          "ReconnectSpec.java", List.of("phoenix"),
          "Variants.java", List.of("reference"),
          "StompCost.java", List.of("spring-stomp"));

  @Test
  void noSourceOfHarnessOrReportsHasTheNameOfATarget() throws IOException {
    List<String> targets;
    try (Stream<Path> folders = Files.list(ROOT.resolve("targets"))) {
      targets =
          folders
              .filter(folder -> Files.exists(folder.resolve("target.yaml")))
              .map(folder -> folder.getFileName().toString())
              .toList();
    }

    assertThat(targets).hasSizeGreaterThan(5);
    assertThat(SOURCES.stream().flatMap(NoTargetsNameTest::files))
        .allSatisfy(file ->
            assertThat(targets)
                .filteredOn(name ->
                    !ALLOWED.getOrDefault(file.getFileName().toString(), List.of()).contains(name))
                .noneMatch(name -> pattern(name).matcher(text(file)).find()));
  }

  /** One that is an English word counts only where code has it as text. */
  private static Pattern pattern(String name) {
    return name.equals("reference")
        ? Pattern.compile("\"reference\"|\\[reference\\]")
        : Pattern.compile("(?<![\\w-])" + Pattern.quote(name) + "(?![\\w-])");
  }

  /** But protocols: a framework may have given its own and its server one name. */
  private static Stream<Path> files(String folder) {
    try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.toString().contains("/protocol/"))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
