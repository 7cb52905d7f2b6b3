package org.boardbench.report.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.boardbench.report.stored.StoredRun;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class StageShapesTest {
  @Test
  void stagesThatDifferInTheirUsersAloneHaveNoNames() {
    assertThat(names("{'users': 100}, {'users': 300}")).isEmpty();
    assertThat(StageShapes.of(run("{'users': 100}, {'users': 300}")).differ()).isFalse();
  }

  @Test
  void aStageIsCalledByWhatUsersDoInItEachBehaviourOnce() {
    assertThat(
            names(
                """
                {'users': 632},
                {'users': 285, 'scenario': {'all': {'behaviour': 'strokes', 'weight': 1}}},
                {'users': 100, 'scenario': {
                  'write': {'behaviour': 'strokes', 'per-board': 1},
                  'teach': {'behaviour': 'strokes', 'per-board': 2},
                  'look': {'behaviour': 'watch'}}}
                """))
        .containsExactly("steady", "strokes", "strokes + watch");
  }

  @Test
  void aStageInWhichSomethingFailsIsCalledByThatAndAnUnusualRampIsSaid() {
    assertThat(
            names(
                """
                {'users': 300, 'faults': [{'kind': 'restart'}, {'kind': 'stop', 'what': 'redis'}]},
                {'users': 300, 'faults': [{'kind': 'cut', 'what': 'users', 'share': '50%'}]},
                {'users': 600, 'ramp-shape': 'flash-crowd'}
                """))
        .containsExactly("restart, stop of redis", "cut", "steady, flash-crowd");
  }

  @Test
  void stagesOfTheSameWordsAreToldApartByTheirUsersAndElseByTheirNumbers() {
    String kill = "'faults': [{'kind': 'kill'}]";
    assertThat(names("{'users': 9, %1$s}, {'users': 20, %1$s}, {'users': 9}".formatted(kill)))
        .containsExactly("kill, 9 users", "kill, 20 users", "steady");
    assertThat(names("{'users': 9, %1$s}, {'users': 9, %1$s}, {'users': 9}".formatted(kill)))
        .containsExactly("kill, stage 1", "kill, stage 2", "steady");
  }

  @Test
  void aSearchHasNoneForItsStartsGoThroughLoadsOfTheirOwn() {
    assertThat(
            StageShapes.of(
                    of("{'capacity': {}, 'stages': [{'users': 1}, {'users': 1, 'faults': [1]}]}"))
                .names())
        .isEmpty();
  }

  private static List<String> names(String stages) {
    return StageShapes.of(run(stages)).names();
  }

  private static StoredRun run(String stages) {
    return of("{'stages': [" + stages + "]}");
  }

  private static StoredRun of(String plan) {
    String json = "{\"plan\": " + plan.replace('\'', '"') + "}";
    return new StoredRun(
        "run",
        JsonMapper.shared().readTree(json),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}
