package org.boardbench.sut.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.boardbench.input.InputException;
import org.boardbench.input.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether newcomers may ask a server for what its boards have had before. */
class HistoryManifestTest {
  private static final String SMALLEST =
      """
      title: Small
      protocol: raw
      endpoint: { path: /ws, health: /health }
      start: [sh, server.sh]
      """;

  @TempDir Path temporary;
  private Path folder;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createDirectory(temporary.resolve("small"));
  }

  private TargetManifest read(String more) throws IOException, InputException {
    Files.writeString(folder.resolve("target.yaml"), SMALLEST + more);
    return TargetManifestReader.read(folder);
  }

  @Test
  void aServerThatKeepsSomeNamesTheParameterThatSaysHowMuch() throws Exception {
    String kept = "history: kept\nparameters: { kept: { default: 0, min: 0, max: 9 } }\n";

    assertThat(read(kept).historyObjection(Map.of("kept", "9"))).isEmpty();
    assertThat(read(kept).historyObjection(Map.of()))
        .contains("keeps no history while its parameter kept is 0");
  }

  @Test
  void oneThatKeepsNoneSaysSoOrNothing() throws Exception {
    assertThat(read("history: none\n").historyObjection(Map.of())).contains("keeps no history");
    assertThat(read("").historyObjection(Map.of())).contains("keeps no history");
  }

  @Test
  void aParameterThatIsNoWholeNumberIsAProblem() {
    InputException e =
        catchThrowableOfType(
            InputException.class,
            () -> read("history: heap\nparameters: { heap: { default: 512m } }\n"));

    assertThat(e.problems())
        .extracting(Problem::toString)
        .containsExactly(
            "small/target.yaml: history: must be none or a parameter with min and max, was \"heap\"");
  }
}
