package org.boardbench.scenario.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.boardbench.scenario.behaviour.Behaviour;
import org.boardbench.scenario.behaviour.BehaviourKind;
import org.boardbench.scenario.behaviour.Behaviours;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The pictures that the page of experiments shows of behaviours. */
class BehaviourPlotsTest {
  /** Those that are what they are by themselves; others are what a plan makes of them. */
  static final List<Behaviour> DRAWN =
      Behaviours.all().stream()
          .filter(kind -> kind.keys().stream().allMatch(key -> key.fallback().isPresent()))
          .map(BehaviourKind::usual)
          .filter(behaviour -> behaviour.ratePerUser() > 0)
          .toList();

  private static final Path FOLDER = Path.of("../experiments/behaviours");
  private static final int MOST_BYTES = 60_000;

  /** With {@code -Dboardbench.renew=true} the test draws the pictures instead of checking them. */
  @ParameterizedTest
  @FieldSource("DRAWN")
  void everyBehavioursPictureIsOfTheTrafficThatItHas(Behaviour behaviour) throws IOException {
    Path file = FOLDER.resolve(behaviour.kind().name() + ".svg");
    String plot = BehaviourPlot.of(behaviour);
    if (Boolean.getBoolean("boardbench.renew")) {
      Files.createDirectories(FOLDER);
      Files.writeString(file, plot);
    }

    assertThat(plot).hasSizeLessThan(MOST_BYTES);
    assertThat(file)
        .as("run this test with -Dboardbench.renew=true to renew it")
        .usingCharset(StandardCharsets.UTF_8)
        .hasContent(plot);
  }
}
