package org.boardbench.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CpuListTest {
  @Test
  void readsWhatTasksetReads() {
    assertThat(CpuList.parse("3")).contains(new TreeSet<>(List.of(3)));
    assertThat(CpuList.parse("0,2,4-6,8-13:2"))
        .contains(new TreeSet<>(List.of(0, 2, 4, 5, 6, 8, 10, 12)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",", "1,", "a", "-1", "3-1", "1-", "1-3:0", "0x3", " 1", "1:2"})
  void refusesWhatIsNoList(String text) {
    assertThat(CpuList.parse(text)).isEmpty();
  }

  @Test
  void writesNeighboursAsARange() {
    assertThat(CpuList.format(new TreeSet<>(List.of(0, 1, 2, 4, 6, 7)))).isEqualTo("0-2,4,6-7");
  }
}
