package org.boardbench.report.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TargetsTest {
  @Test
  void putsThePapersServersFirstThenOthersByNameAndTheFloorAtLast() {
    assertThat(
            Stream.of("reference", "fastapi", "zig", "actix", "spring-websocket")
                .sorted(Targets.ORDER))
        .containsExactly("spring-websocket", "fastapi", "actix", "zig", "reference");
  }

  @Test
  void callsTheReferenceTheFloorAndNobodyElse() {
    assertThat(Targets.title("reference")).isEqualTo("reference (floor)");
    assertThat(Targets.title("node-ws")).isEqualTo("node-ws");
  }
}
