package org.boardbench.micro.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.BenchmarkException;
import org.openjdk.jmh.runner.RunnerException;

class CaseRunnerTest {
  private final Throwable broken = new IllegalStateException("the specimen is broken\nin two");

  /** As JMH 1.37 throws it in the thread that comes after one that has thrown. */
  private final Throwable miscounted = new IllegalStateException("More threads than expected");

  CaseRunnerTest() {
    StackTraceElement frame =
        new StackTraceElement(
            "org.openjdk.jmh.runner.InfraControlL2", "announceWarmupReady", null, 1);
    miscounted.setStackTrace(new StackTraceElement[] {frame});
  }

  @Test
  void theReasonIsTheBenchmarksOwnWhicheverOfItsThreadsFailedFirst() {
    assertThat(CaseRunner.reason(failed(broken, miscounted))).isEqualTo("the specimen is broken");
    assertThat(CaseRunner.reason(failed(miscounted, broken))).isEqualTo("the specimen is broken");
  }

  @Test
  void theReasonIsJmhsWhereThereIsNoOther() {
    assertThat(CaseRunner.reason(failed(miscounted))).isEqualTo("More threads than expected");
    assertThat(CaseRunner.reason(new RunnerException("Forked VM failed")))
        .isEqualTo("Forked VM failed");
  }

  @Test
  void anExceptionWithoutWordsIsNamed() {
    assertThat(CaseRunner.reason(failed(new NullPointerException())))
        .isEqualTo("java.lang.NullPointerException");
  }

  private static RunnerException failed(Throwable... threads) {
    return new RunnerException(
        "Benchmark caught the exception",
        new BenchmarkException("Benchmark error during the run", List.of(threads)));
  }
}
