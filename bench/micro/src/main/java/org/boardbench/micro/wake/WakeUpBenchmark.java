package org.boardbench.micro.wake;

import java.util.concurrent.TimeUnit;
import org.boardbench.micro.Series;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * An operation is one wake-up of somebody who waits with nothing else to do: what a server with
 * little load pays for a message, before it does anything with it. The score is how long it is
 * under way, CPU time what both sides spend.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Series(group = "wake-ups", by = "strategy")
public class WakeUpBenchmark {
  static final int ROUNDS = 500;
  static final int WAKE_UPS = 2 * ROUNDS;

  @Param({"park-platform", "park-virtual", "execute-pool", "execute-virtual"})
  String strategy;

  private Exchange exchange;

  @Setup
  public void start() {
    exchange = Exchanges.start(strategy);
  }

  @Benchmark
  @OperationsPerInvocation(WAKE_UPS)
  public void wake() {
    exchange.rounds(ROUNDS);
  }

  @TearDown
  public void end() {
    exchange.close();
  }
}
