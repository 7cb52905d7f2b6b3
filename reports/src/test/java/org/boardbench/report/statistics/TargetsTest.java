package org.boardbench.report.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TargetsTest {
  @Test
  void putsThePapersServersFirstAndOthersByName() {
    assertThat(Stream.of("reference", "fastapi", "actix", "spring-websocket").sorted(Targets.ORDER))
        .containsExactly("spring-websocket", "fastapi", "actix", "reference");
  }
}
