package org.boardbench.report.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.boardbench.findings.starts.StageBuilder;
import org.boardbench.findings.starts.StoredStage;
import org.boardbench.results.column.StageExtras;
import org.boardbench.results.row.Bottleneck;
import org.junit.jupiter.api.Test;

class BottleneckTest {
  @Test
  void knowsTheWordsInWhichRunsStoreWhatWasUsedUp() {
    assertThat(Stream.of("thread", "cores", "memory", "companion").map(Bottleneck::of))
        .allSatisfy(known -> assertThat(known).isPresent());
    assertThat(Bottleneck.of("none")).contains(Bottleneck.NONE);
    assertThat(Stream.of("", "Thread", "disk").map(Bottleneck::of))
        .allSatisfy(other -> assertThat(other).isEmpty());
  }

  @Test
  void isWhatMostRepetitionsLacked() {
    assertThat(group(row(1, "cores"), row(2, "thread"), row(3, "thread")).bottleneck())
        .contains(Bottleneck.THREAD);
  }

  @Test
  void isOfTheValidRepetitionsWhereThereAreSuch() {
    StoredStage invalid =
        StageBuilder.row("x", 1, 500).with(StageExtras.BOTTLENECK, "cores").invalid().build();

    assertThat(group(invalid, row(2, "memory")).bottleneck()).contains(Bottleneck.MEMORY);
    assertThat(group(invalid, row(2, "")).bottleneck()).isEmpty();
    assertThat(group(invalid).bottleneck()).contains(Bottleneck.CORES);
  }

  @Test
  void isSkippedWhereNothingWasFoundAndThereIsNoneWhereAllKeptUp() {
    assertThat(group(row(1, "none"), row(2, "none"), row(3, "companion")).bottleneck())
        .contains(Bottleneck.COMPANION);
    assertThat(group(row(1, "none")).bottleneck()).isEmpty();
    assertThat(group(row(1, ""), row(2, "")).bottleneck()).isEmpty();
  }

  private static StoredStage row(int repetition, String bottleneck) {
    return StageBuilder.row("x", repetition, 500).with(StageExtras.BOTTLENECK, bottleneck).build();
  }

  private static StageGroup group(StoredStage... rows) {
    return StageGroup.of(List.of(rows)).getFirst();
  }
}
