package org.boardbench.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.boardbench.plan.reading.PlanKey;
import org.junit.jupiter.api.Test;

class PlanKeysTest {
  private static final Path README = Path.of("../experiments/README.md");
  private static final String HEAD =
      "| key | option | default | bound | what it is for |\n|---|---|---|---|---|\n";

  /** With {@code -Dboardbench.renew=true} the test writes the table instead of checking it. */
  @Test
  void theReadmeOfTheExperimentsExplainsEveryKeyButTheBoundsOfReasons() throws IOException {
    String readme = Files.readString(README);
    String table =
        HEAD
            + PlanKeys.ALL.stream()
                .filter(key -> !key.section().equals("validity")) // those follow from the reasons
                .map(this::row)
                .collect(Collectors.joining());
    if (Boolean.getBoolean("boardbench.renew")) {
      // The page has other tables of keys before it.
      readme = readme.substring(0, readme.indexOf(HEAD)).stripTrailing() + "\n\n" + table;
      Files.writeString(README, readme);
    }

    assertThat(readme)
        .as("bench/experiments/README.md; run this test with -Dboardbench.renew=true to renew it")
        .endsWith("\n\n" + table);
  }

  private String row(PlanKey<?> key) {
    String options =
        key.option()
            .map(option -> option.names().stream().collect(Collectors.joining("`, `", "`", "`")))
            .orElse("");
    return "| `%s` | %s | %s | %s | %s |%n"
        .replace("%n", "\n")
        .formatted(key.path(), options, key.usualText(), key.bound(), key.doc());
  }

  @Test
  void noTwoKeysHaveOnePathOrOneOption() {
    assertThat(PlanKeys.ALL).extracting(PlanKey::path).doesNotHaveDuplicates();
    assertThat(PlanKeys.ALL)
        .flatExtracting(key -> key.option().map(option -> option.names()).orElse(List.of()))
        .doesNotHaveDuplicates();
  }

  @Test
  void whatIsUsualIsWithinTheKeysOwnBoundAndIsReadAgainAsItIsStored() {
    for (PlanKey<?> key : PlanKeys.ALL) {
      assertReadAgain(key);
    }
  }

  private static <T> void assertReadAgain(PlanKey<T> key) {
    key.usual()
        .ifPresent(usual -> {
          Optional<T> again =
              key.readers().apply(Machines.ofCores(4)).parse(key.stored().apply(usual).toString());
          assertThat(again).as(key.path()).contains(usual);
        });
  }
}
