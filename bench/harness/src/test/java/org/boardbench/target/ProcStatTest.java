package org.boardbench.target;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcStatTest {
  @Test
  void readsALineWhoseCommandNameHasBracketsAndSpaces() {
    String line =
        "4711 (a) (b 7) Z 12 4711 4700 0 -1 4194304 1 2 3 4 50 6 7 8 20 0 1 0 987654 10000 200 1 2";

    assertThat(ProcStat.parse(line)).isEqualTo(new ProcStat(4711, 12, 4700, 'Z', 56, 15, 987654));
    assertThat(ProcStat.parse(line).hasEnded()).isTrue();
  }
}
