package org.boardbench.report.claims.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedClaimsTest {
  private static final Path EXPERIMENTS = Path.of("..", "bench", "experiments");
  private static final String CLAIMS = ".claims.yaml";
  private static final Pattern NAME =
      Pattern.compile(
          "(?:name|target): ([a-z0-9-]+)|^  - ([a-z0-9-]+)$|[\\[ ]([a-z0-9-]+)[,\\]]",
          Pattern.MULTILINE);

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(EXPERIMENTS)) {
      return files.filter(file -> file.toString().endsWith(CLAIMS)).sorted().toList();
    }
  }

  /** A file is taken for its experiment by its name: a run of it has what is asked for. */
  @ParameterizedTest
  @MethodSource("files")
  void theVariantsOfEachFileAreThoseOfItsExperiment(Path file) throws Exception {
    String experiment = file.getFileName().toString().replace(CLAIMS, ".yaml");
    Set<String> names =
        NAME.matcher(Files.readString(file.resolveSibling(experiment)))
            .results()
            .flatMap(ShippedClaimsTest::groups)
            .collect(Collectors.toSet());

    assertThat(names).containsAll(ClaimsReader.read(file).variants());
  }

  private static Stream<String> groups(MatchResult match) {
    return Stream.of(1, 2, 3).map(match::group).filter(name -> name != null);
  }
}
