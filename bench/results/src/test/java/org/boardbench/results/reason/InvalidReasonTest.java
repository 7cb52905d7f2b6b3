package org.boardbench.results.reason;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class InvalidReasonTest {
  @Test
  void whatIsWrittenIsReadAgainByCode() {
    String cell =
        InvalidReason.cell(
            List.of(
                new Reason(ReasonCode.RUN_DELAY, 12.34, 5),
                new Reason(ReasonCode.FEW_SAMPLES, 5, 10)));

    assertThat(cell).isEqualTo("run-delay 12.3 % > 5 %; few-samples 5 < 10");
    assertThat(InvalidReason.of(cell))
        .containsExactly(
            new InvalidReason("run-delay", "run-delay 12.3 % > 5 %"),
            new InvalidReason("few-samples", "few-samples 5 < 10"));
  }

  @Test
  void aValidRowHasNoneAndACodeThatNobodyKnowsIsTakenAsItIs() {
    assertThat(InvalidReason.cell(List.of())).isEmpty();
    assertThat(InvalidReason.of("")).isEmpty();
    assertThat(InvalidReason.of("sun-spots 3 > 2").getFirst().code()).isEqualTo("sun-spots");
  }
}
