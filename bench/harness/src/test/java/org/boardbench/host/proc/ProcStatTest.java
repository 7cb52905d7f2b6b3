package org.boardbench.host.proc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcStatTest {
  @Test
  void readsALineWhoseCommandNameHasBracketsAndSpaces() {
    String line =
        "4711 (a) (b 7) Z 12 4711 4700 0 -1 4194304 1 2 3 4 50 6 7 8 20 0 1 0 987654 10000 200 1 2";

    assertThat(ProcStat.parse(line))
        .isEqualTo(new ProcStat(4711, "a) (b 7", 12, 4700, true, new CpuTicks(50, 6), 15, 987654));
  }

  @Test
  void doesNotTakeAProcessForEndedWhoseOtherThreadsStillRun() {
    String ended = "7 (java) Z 1 7 7 0 -1 0 1 2 3 4 5 6 7 8 20 0 1 0 987 0 0";
    String ending = ended.replace("20 0 1 0", "20 0 9 0");

    assertThat(ProcStat.parse(ended).hasEnded()).isTrue();
    assertThat(ProcStat.parse(ending).hasEnded()).isFalse();
    assertThat(ProcStat.parse(ended.replace(" Z ", " S ")).hasEnded()).isFalse();
  }
}
