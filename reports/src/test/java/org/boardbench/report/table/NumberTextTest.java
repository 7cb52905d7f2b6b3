package org.boardbench.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberTextTest {
  @ParameterizedTest
  @CsvSource({
    "0,0",
    "1.304,1.30",
    "12.345,12.3",
    "123.5,124",
    "9999.6,'10,000'",
    "100999.6,'101,000'",
    "-1234567.8,'-1,234,568'",
    "1234.4,1234",
    "9.999,10.0",
    "0.4567,0.457",
    "0.0123,0.012",
    "0.0004,<0.001",
    "99.96,100"
  })
  void roundsToThreeDigitsWithoutMakingALittleLookLikeNothing(double value, String text) {
    assertThat(NumberText.rounded(value)).isEqualTo(text);
  }

  @Test
  void leavesTheCellEmptyWhenNothingWasMeasured() {
    assertThat(NumberText.rounded(Double.NaN)).isEmpty();
    assertThat(NumberText.exact(Double.NaN)).isEmpty();
  }

  @Test
  void keepsAllDigitsForPrograms() {
    assertThat(NumberText.exact(1234567.125)).isEqualTo("1234567.125");
    assertThat(NumberText.exact(1e9)).isEqualTo("1000000000");
  }
}
