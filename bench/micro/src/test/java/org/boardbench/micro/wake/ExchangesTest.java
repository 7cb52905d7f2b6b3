package org.boardbench.micro.wake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.boardbench.micro.fanout.ParamValues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExchangesTest {
  static Set<String> names() {
    return Exchanges.names();
  }

  @Test
  void theParametersAreTheWaysThatThereAre() throws Exception {
    assertThat(ParamValues.of(WakeUpBenchmark.class, "strategy"))
        .containsExactlyInAnyOrderElementsOf(Exchanges.names());
  }

  @ParameterizedTest
  @MethodSource("names")
  @Timeout(60)
  void aRoundWakesEachOfTwoOnce(String name) {
    try (Exchange exchange = Exchanges.start(name)) {
      exchange.rounds(10);
      assertThat(exchange.wakeUps()).isEqualTo(20);

      exchange.rounds(1);
      assertThat(exchange.wakeUps()).isEqualTo(22);
    }
  }
}
