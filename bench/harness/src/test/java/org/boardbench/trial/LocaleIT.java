package org.boardbench.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.boardbench.reference.FaultScript;
import org.boardbench.reference.ReferenceServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The command line of somebody whose language has digits of its own. */
@Timeout(600)
class LocaleIT {
  private static final List<String> IN_EGYPT =
      List.of("env", "JAVA_TOOL_OPTIONS=-Duser.language=ar -Duser.country=EG");

  @TempDir private Path folder;

  @Test
  void allThatARunPrintsAndStoresHasAsciiDigits() throws Exception {
    try (ReferenceServer server = ReferenceServer.start(FaultScript.none());
        HarnessProcess harness =
            HarnessProcess.start(
                folder,
                IN_EGYPT,
                List.of(
                    "--url=" + server.uri(),
                    "--users=4",
                    "--boards=2",
                    "--ramp=0s",
                    "--hold=1s",
                    "--drain=1s"))) {
      assertThat(harness.row().get("users")).isEqualTo("4");

      assertThat(harness.output()).contains("Picked up JAVA_TOOL_OPTIONS", " of 1 rows");
      assertAsciiDigits(harness.output());
    }
    try (Stream<Path> files = Files.walk(folder.resolve("out"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertAsciiDigits(Files.readString(file));
      }
    }
  }

  private static void assertAsciiDigits(String text) {
    assertThat(text.codePoints().filter(c -> c > 0x7f).filter(Character::isDigit))
        .as(text)
        .isEmpty();
  }
}
