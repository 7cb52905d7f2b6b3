package org.boardbench.sut.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.boardbench.protocol.Protocols;
import org.junit.jupiter.api.Test;

/** The harness knows no server by its name: whoever adds one changes nothing here. */
class TargetNamesInCodeTest {
  private static final Path ROOT = Path.of("../..");

  /** A module of the project: the harness runs it in process, warms up and is calibrated by it. */
  private static final String OWN = "reference";

  /**
   * By whose code a profile's frames are sorted: a framework's, after which a server may be named.
   */
  private static final String FRAME_RULES = ".rules";

  private static final List<Path> KNOWS_NOBODY =
      List.of(ROOT.resolve("bench/harness/src/main"), ROOT.resolve("bench/setup"));

  @Test
  void noFileOfTheHarnessAndNoScriptNamesATarget() throws IOException {
    List<String> names = new ArrayList<>(new TargetCatalog(ROOT).names());
    assertThat(names.remove(OWN)).isTrue();
    // A framework may have given both its protocol and its server their name.
    names.removeAll(Protocols.names());
    assertThat(names).isNotEmpty();
    Pattern anyName = Pattern.compile("(?<![\\w-])(" + String.join("|", names) + ")(?![\\w-])");

    List<String> found = new ArrayList<>();
    for (Path folder : KNOWS_NOBODY) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file :
            files
                .filter(Files::isRegularFile)
                .filter(file -> !file.toString().endsWith(FRAME_RULES))
                .toList()) {
          Files.readString(file)
              .lines()
              .filter(anyName.asPredicate())
              .forEach(line -> found.add(file + ": " + line.strip()));
        }
      }
    }

    assertThat(found).isEmpty();
  }
}
