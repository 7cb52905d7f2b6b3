package org.boardbench.micro.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleBenchmarkTest {
  @ParameterizedTest
  @ValueSource(strings = {"steady", "poisson", "strokes", "intermittent", "together", "cursor"})
  void goesOnToAnotherMessageEachTime(String behaviour) {
    ScheduleBenchmark benchmark = new ScheduleBenchmark();
    benchmark.behaviour = behaviour;
    benchmark.setUp();

    long first = benchmark.next();
    for (int i = 1; i < 1_024; i++) {
      benchmark.next();
    }
    assertThat(benchmark.next()).as("of the same user").isGreaterThan(first);
  }
}
