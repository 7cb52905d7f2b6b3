package org.boardbench.account.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.boardbench.results.row.TimeFigures;
import org.junit.jupiter.api.Test;

class TimeHistogramsTest {
  @Test
  void timesThatNobodyRecordedAddNothingToASum() {
    PhaseTimes sum = PhaseTimes.upTo(0);

    sum.add(PhaseTimes.upTo(0));

    assertThat(sum).isEqualTo(PhaseTimes.upTo(0));
    assertThat(sum.maxNs()).isZero();
  }

  @Test
  void timesThatNobodyRecordedSayNothing() {
    assertThat(TimeHistograms.figures(TimeHistograms.upTo(0))).isEqualTo(TimeFigures.NONE);
    assertThat(TimeFigures.NONE.isMeasured()).isFalse();
  }
}
