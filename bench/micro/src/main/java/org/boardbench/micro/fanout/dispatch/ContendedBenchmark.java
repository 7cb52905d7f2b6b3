package org.boardbench.micro.fanout.dispatch;

import java.util.concurrent.TimeUnit;
import org.boardbench.micro.Series;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;

/**
 * Several boards, each with a publisher of its own, on one server: what {@link DispatchBenchmark}
 * measures, when publishers compete for what the strategy shares, and for the cores.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Series(group = "fan-out", by = "strategy")
public class ContendedBenchmark {
  @Param({"caller-lock", "pool-lock", "virtual-lock", "queue-pool", "queue-virtual", "one-writer"})
  String strategy;

  @Param({"100"})
  int members;

  @Param({"300"})
  int payloadBytes;

  private Server server;

  @Setup
  public void start() {
    server = new Server(Dispatchers.start(strategy));
  }

  @Benchmark
  @Threads(2)
  public void twoBoards(OwnBoard board) {
    board.publisher.publish();
  }

  @Benchmark
  @Threads(4)
  public void fourBoards(OwnBoard board) {
    board.publisher.publish();
  }

  /** The board to which one thread publishes. */
  @State(Scope.Thread)
  public static class OwnBoard {
    private Publisher publisher;

    @Setup
    public void open(ContendedBenchmark shared) {
      publisher = shared.server.open(shared.members, shared.payloadBytes);
    }

    /** Fails the benchmark unless every member got each message exactly once. */
    @TearDown(Level.Iteration)
    public void drain() {
      publisher.drain();
    }

    @TearDown
    public void close(ContendedBenchmark shared) {
      shared.server.closed();
    }
  }
}
