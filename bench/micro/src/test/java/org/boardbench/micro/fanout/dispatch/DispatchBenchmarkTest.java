package org.boardbench.micro.fanout.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.boardbench.micro.fanout.Concurrently;
import org.boardbench.micro.fanout.ParamValues;
import org.boardbench.micro.fanout.RunningThreads;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Both benchmarks of dispatching, in the order in which JMH calls them. */
@Timeout(600)
class DispatchBenchmarkTest {
  private static final int OPERATIONS = 101;
  private static final int ITERATIONS = 3;

  static Set<String> strategies() {
    return Dispatchers.names();
  }

  @Test
  void theParametersAreTheStrategiesThatThereAre() throws Exception {
    assertThat(ParamValues.of(DispatchBenchmark.class, "strategy"))
        .containsExactlyInAnyOrderElementsOf(Dispatchers.names());
    assertThat(ParamValues.of(ContendedBenchmark.class, "strategy"))
        .containsExactlyElementsOf(ParamValues.of(DispatchBenchmark.class, "strategy"));
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void oneBoardRunsAndLeavesNoThread(String strategy) throws Exception {
    DispatchBenchmark benchmark = new DispatchBenchmark();
    benchmark.strategy = strategy;
    benchmark.members = 10;
    benchmark.payloadBytes = 300;
    benchmark.start();
    DispatchBenchmark.OwnBoard board = new DispatchBenchmark.OwnBoard();
    board.open(benchmark);
    for (int iteration = 0; iteration < ITERATIONS; iteration++) {
      for (int operation = 0; operation < OPERATIONS; operation++) {
        benchmark.oneBoard(board);
      }
      board.drain();
    }
    board.close(benchmark);

    assertThat(RunningThreads.left(DispatchThreads.PREFIX)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void severalBoardsRunAndTheLastToEndLeavesNoThread(String strategy) throws Exception {
    ContendedBenchmark benchmark = new ContendedBenchmark();
    benchmark.strategy = strategy;
    benchmark.members = 10;
    benchmark.payloadBytes = 300;
    benchmark.start();
    ContendedBenchmark.OwnBoard stillOpen = new ContendedBenchmark.OwnBoard();
    stillOpen.open(benchmark);
    Concurrently.run(4, thread -> () -> publishAndClose(benchmark));
    benchmark.twoBoards(stillOpen);
    stillOpen.drain();
    stillOpen.close(benchmark);

    assertThat(RunningThreads.left(DispatchThreads.PREFIX)).isEmpty();
  }

  private static boolean publishAndClose(ContendedBenchmark benchmark) {
    ContendedBenchmark.OwnBoard board = new ContendedBenchmark.OwnBoard();
    board.open(benchmark);
    for (int operation = 0; operation < OPERATIONS; operation++) {
      benchmark.fourBoards(board);
    }
    board.drain();
    board.close(benchmark);
    return true;
  }
}
