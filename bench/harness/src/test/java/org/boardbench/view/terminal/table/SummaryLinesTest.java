package org.boardbench.view.terminal.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.boardbench.findings.ranking.Floors;
import org.boardbench.findings.starts.FailedStart;
import org.boardbench.findings.starts.FaultedStages;
import org.boardbench.findings.starts.RunStarts;
import org.boardbench.findings.starts.StageBuilder;
import org.boardbench.findings.starts.StoredStage;
import org.boardbench.results.column.StageCounts;
import org.boardbench.results.column.StageExtras;
import org.boardbench.results.column.StageTimes;
import org.boardbench.statistics.NoiseFloor;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SummaryLinesTest {
  private static final Floors FLOORS = new Floors(JsonMapper.shared().readTree("{}"));

  private final List<StoredStage> rows = new ArrayList<>();
  private final List<FailedStart> failed = new ArrayList<>();
  private FaultedStages faulted = FaultedStages.NONE;

  @Test
  void ranksWhereAllKeptAndSaysWhereAndOfWhatEachBroke() {
    times("fastapi-workers-redis", 300, "", 5, 5.5, 6);
    times("node-ws", 300, "", 2, 2.1, 2.2);
    times("spring-ws", 300, "", 2.1, 2.2, 2.4);
    times("fastapi-workers-redis", 1000, "companion", 9_000, 9_100, 9_200);
    times("node-ws", 1000, "", 20, 21, 22);
    times("spring-ws", 1000, "thread", 2_000, 2_100, 900);

    String text = text(OptionalInt.of(100));

    assertThat(text)
        .isEqualTo(
            """
             At 300 users, the last load that all kept: RTT p95 in ms (95 % interval)
             =1  node-ws                2.10  (1.86 to 2.36)  did not break
             =1  spring-ws              2.23  (1.88 to 2.64)  broke at 1000: slow; one thread full
             3   fastapi-workers-redis  5.48  (4.37 to 6.88)  broke at 1000: slow; companion
             kept: no user refused or dropped, at most 0.1 % of the owed deliveries lost, RTT p95 below 1 s
             next: REPS=9: would tell spring-ws from the first of its rank, if starts go on like this

            """);
  }

  @Test
  void ranksNobodyApartWithinTheMachinesNoiseFloor() {
    times("node-ws", 300, "", 2, 2.01, 2.02);
    times("spring-ws", 300, "", 2.4, 2.41, 2.42);
    Optional<NoiseFloor> floor = Optional.of(new NoiseFloor(0.1, 7));

    assertThat(text(OptionalInt.empty())).contains("1  node-ws", "2  spring-ws");
    assertThat(SummaryLines.of(RunStarts.of(rows), FLOORS, 0.95, floor, OptionalInt.empty()))
        .contains("=1  node-ws", "=1  spring-ws");
  }

  @Test
  void theFloorIsAboveTheRanksAndAStartThatBrokeIsNotPassedOver() {
    times("reference", 300, "", 0.5, 0.51, 0.52);
    times("node-ws", 300, "", 2, 2.01, 2.02);
    times("spring-ws", 300, "thread", 9, 9.01, 2_000);

    assertThat(text(OptionalInt.empty()).lines().skip(1).limit(3).map(String::strip))
        .satisfiesExactly(
            line -> assertThat(line).startsWith("floor  reference").endsWith("did not break"),
            line -> assertThat(line).startsWith("=1     node-ws").endsWith("did not break"),
            line ->
                assertThat(line)
                    .startsWith("=1     spring-ws")
                    .endsWith("did not break (2 of 3 starts)"));
  }

  @Test
  void hasTenLinesAtMostAndKeepsToTheWidth() {
    for (String variant : List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j")) {
      times("variant-" + variant, 100, "", 2, 3);
      times("variant-" + variant, 300, "memory", 2_000, 3_000);
    }

    List<String> lines = text(OptionalInt.of(60)).lines().filter(line -> !line.isEmpty()).toList();

    assertThat(lines).hasSizeLessThanOrEqualTo(10).allMatch(line -> line.length() <= 60);
    assertThat(lines).contains(" and 5 more").anyMatch(line -> line.endsWith("…"));
  }

  @Test
  void whereAllKeptNoLoadItSaysWhereEachBroke() {
    times("a", 100, "cores", 3_000);
    times("b", 100, "", 2);

    assertThat(text(OptionalInt.empty()))
        .isEqualTo(
            """
             No load was kept by all.
               a      broke at 100: slow; all available cores
             kept: no user refused or dropped, at most 0.1 % of the owed deliveries lost, RTT p95 below 1 s
             next: fewer users: no load was kept by all, a broke at 100
             next: REPS=3: with fewer starts there is no interval, so that no order is sure

            """);
  }

  @Test
  void aServerThatEndsInARampBrokeThereThoughItLeftNoRow() {
    times("a", 100, "", 2);
    ended("a", 300, "a exited with status 137 after 9.1 s; its last lines: Killed");

    assertThat(text(OptionalInt.empty()))
        .isEqualTo(
            """
             At 100 users, the last load that all kept: RTT p95 in ms (95 % interval)
               a  2.00    broke at 300: server ended; a exited with status 137 after 9.1 s
             kept: no user refused or dropped, at most 0.1 % of the owed deliveries lost, RTT p95 below 1 s
             next: REPS=3: with fewer starts there is no interval, so that no order is sure

            """);
  }

  @Test
  void aServerThatEndsInItsFirstRampIsNotPassedOver() {
    ended("a", 100, "a exited with status 1 after 0.2 s");

    assertThat(text(OptionalInt.empty()))
        .startsWith(
            """
             No load was kept by all.
               a      broke at 100: server ended; a exited with status 1 after 0.2 s
            """)
        .contains(" next: fewer users: no load was kept by all, a broke at 100\n");
  }

  /** Nobody knows whose fault it was, but nobody saw it keep more either. */
  @Test
  void aStartThatFailedOtherwiseDidNotKeepWhatItDidNotMeasure() {
    times("a", 100, "", 2);
    times("b", 100, "", 2);
    times("b", 300, "", 2);
    failed.add(new FailedStart("a", 1, OptionalInt.empty(), "the disk is full"));

    assertThat(text(OptionalInt.empty()))
        .contains("not known above 100: too few valid rows", "did not break")
        .doesNotContain("no variant broke");
  }

  @Test
  void saysOfWhomNobodyCanTell() {
    rows.add(StageBuilder.row("a", 1, 100).invalid().build());

    assertThat(text(OptionalInt.empty()))
        .startsWith(
            """
             Nobody can say which loads were kept: too few rows are valid.
             too few valid rows: a
            """);
  }

  @Test
  void aStageInWhichSomethingWasMadeToFailSaysNothingOfItsLoad() {
    times("a", 300, "", 9_000, 9_100, 9_200);
    faulted = new FaultedStages(Set.of(1), Set.of(300));

    assertThat(text(OptionalInt.empty()))
        .isEqualTo(
            """
             Something was made to fail in every stage: none says which load a server keeps.

            """);
  }

  @Test
  void aRunWithoutAnyStageHasNothingToSay() {
    assertThat(text(OptionalInt.empty())).isEmpty();
  }

  private String text(OptionalInt width) {
    return SummaryLines.of(
        RunStarts.of(rows, failed, faulted), FLOORS, 0.95, Optional.empty(), width);
  }

  private void ended(String variant, int users, String reason) {
    failed.add(new FailedStart(variant, 1, OptionalInt.of(users), reason));
  }

  private void times(String variant, int users, String bottleneck, double... rttP95Ms) {
    for (int start = 0; start < rttP95Ms.length; start++) {
      rows.add(
          StageBuilder.row(variant, start + 1, users)
              .with(StageTimes.RTT_P95_MS, rttP95Ms[start])
              .with(StageCounts.CONNECT_FAILURES, 0)
              .with(StageCounts.DISCONNECTS, 0)
              .with(StageExtras.OWED_LOST_PCT, 0)
              .with(StageExtras.BOTTLENECK, rttP95Ms[start] < 1_000 ? "" : bottleneck)
              .build());
    }
  }
}
