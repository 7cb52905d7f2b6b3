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
  void saysWhatMostRepetitionsLackedFirstAndHowManyWhereNotAllDid() {
    assertThat(lacked(row(1, "cores"), row(2, "thread"), row(3, "thread")))
        .isEqualTo("thread (2 of 3 starts), cores (1 of 3 starts)");
    assertThat(lacked(row(1, "cores"), row(2, "cores"))).isEqualTo("cores");
    assertThat(lacked(row(1, ""), row(2, ""))).isEmpty();
  }

  @Test
  void isOfTheValidRepetitionsWhereThereAreSuch() {
    StoredStage invalid =
        StageBuilder.row("x", 1, 500).with(StageExtras.BOTTLENECK, "cores").invalid().build();

    assertThat(lacked(invalid, row(2, "memory"))).isEqualTo("memory");
    assertThat(lacked(invalid, row(2, ""))).isEmpty();
    assertThat(lacked(invalid)).isEqualTo("cores");
  }

  private static String lacked(StoredStage... rows) {
    return StageGroup.of(List.of(rows)).getFirst().countedWords(StageExtras.BOTTLENECK);
  }

  private static StoredStage row(int repetition, String bottleneck) {
    return StageBuilder.row("x", repetition, 500).with(StageExtras.BOTTLENECK, bottleneck).build();
  }
}
