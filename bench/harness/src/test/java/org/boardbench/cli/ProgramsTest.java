package org.boardbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every program of this project, found by its source. */
class ProgramsTest {
  private static final Path ROOT = Path.of("../..");
  private static final List<String> MODULES =
      List.of(
          "bench/harness", "bench/micro", "bench/driver-baseline", "reports", "targets/reference");
  private static final Pattern MAIN = Pattern.compile("void main\\([^{]*\\{");
  private static final Pattern IN_NOBODYS_LANGUAGE =
      Pattern.compile(
          "void main\\([^{]*\\{\\s*(//[^\\n]*\\s*)*Locale\\.setDefault\\(Locale\\.ROOT\\);");

  @Test
  void beginsWithTheLocaleOfNobodySoThatDigitsAreAsciiInAllThatItPrints() throws Exception {
    List<Path> programs = new ArrayList<>();
    for (String module : MODULES) {
      for (Path source : sources(ROOT.resolve(module).resolve("src/main/java"))) {
        if (MAIN.matcher(Files.readString(source)).find()) {
          programs.add(source);
        }
      }
    }

    assertThat(programs).hasSizeGreaterThanOrEqualTo(6);
    assertThat(programs)
        .allSatisfy(program -> assertThat(program).content().containsPattern(IN_NOBODYS_LANGUAGE));
  }

  private static List<Path> sources(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }
}
