package org.boardbench.results.reason;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReasonCodeTest {
  @Test
  void knowsEveryCodeThatRunsStoreAndExplainsItInASentence() {
    assertThat(Arrays.stream(ReasonCode.values()).map(ReasonCode::key))
        .startsWith(
            "unsent",
            "send-delay",
            "driver-cpu",
            "stall",
            "run-delay",
            "steal",
            "drift",
            "few-samples",
            "connect-failures",
            "clock-step",
            "backpressure",
            "foreign-load",
            "agent-lost",
            "profiled");
    assertThat(Arrays.stream(ReasonCode.values()).map(ReasonCode::meaning))
        .allSatisfy(meaning -> assertThat(meaning).matches("[A-Z].{20,}\\."));
  }

  @Test
  void putsCodesThatItDoesNotKnowBehindByName() {
    assertThat(ReasonCode.of("sun-spots")).isEmpty();
    assertThat(Stream.of("z", "few-samples", "a", "unsent").sorted(ReasonCode.ORDER))
        .containsExactly("unsent", "few-samples", "a", "z");
  }
}
