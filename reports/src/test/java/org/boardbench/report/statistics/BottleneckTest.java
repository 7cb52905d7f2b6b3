package org.boardbench.report.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.boardbench.findings.starts.StageBuilder;
import org.boardbench.findings.starts.StoredStage;
import org.boardbench.results.column.StageExtras;
import org.junit.jupiter.api.Test;

class BottleneckTest {
  @Test
  void knowsTheWordsInWhichRunsStoreWhatWasUsedUp() {
    assertThat(Stream.of("thread", "cores", "memory", "companion").map(Bottleneck::of))
        .allSatisfy(known -> assertThat(known).isPresent());
    assertThat(Stream.of("none", "", "Thread", "disk").map(Bottleneck::of))
        .allSatisfy(other -> assertThat(other).isEmpty());
  }

  @Test
  void isWhatMostRepetitionsLacked() {
    assertThat(Bottleneck.of(group(row(1, "cores"), row(2, "thread"), row(3, "thread"))))
        .contains(Bottleneck.THREAD);
  }

  @Test
  void isOfTheValidRepetitionsWhereThereAreSuch() {
    StoredStage invalid =
        StageBuilder.row("x", 1, 500).with(StageExtras.BOTTLENECK, "cores").invalid().build();

    assertThat(Bottleneck.of(group(invalid, row(2, "memory")))).contains(Bottleneck.MEMORY);
    assertThat(Bottleneck.of(group(invalid, row(2, "")))).isEmpty();
    assertThat(Bottleneck.of(group(invalid))).contains(Bottleneck.CORES);
  }

  @Test
  void isSkippedWhereNothingWasFoundAndThereIsNoneWhereAllKeptUp() {
    assertThat(Bottleneck.of(group(row(1, "none"), row(2, "none"), row(3, "companion"))))
        .contains(Bottleneck.COMPANION);
    assertThat(Bottleneck.of(group(row(1, "none")))).isEmpty();
    assertThat(Bottleneck.of(group(row(1, ""), row(2, "")))).isEmpty();
  }

  private static StoredStage row(int repetition, String bottleneck) {
    return StageBuilder.row("x", repetition, 500).with(StageExtras.BOTTLENECK, bottleneck).build();
  }

  private static StageGroup group(StoredStage... rows) {
    return StageGroup.of(List.of(rows)).getFirst();
  }
}
