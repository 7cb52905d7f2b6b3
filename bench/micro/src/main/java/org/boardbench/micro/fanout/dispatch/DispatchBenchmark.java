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
 * One board, one publisher. A score is the pace at which messages go through, not how long one is
 * under way: up to {@value Window#MESSAGES} of them are, and the publisher waits, parked, for room.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Series(group = "fan-out", by = "strategy")
public class DispatchBenchmark {
  @Param({"caller-lock", "pool-lock", "virtual-lock", "queue-pool", "queue-virtual", "one-writer"})
  String strategy;

  @Param({"10", "100", "1000"})
  int members;

  @Param({"300"})
  int payloadBytes;

  private Server server;

  @Setup
  public void start() {
    server = new Server(Dispatchers.start(strategy));
  }

  @Benchmark
  @Threads(1)
  public void oneBoard(OwnBoard board) {
    board.publisher.publish();
  }

  /** The board to which one thread publishes. */
  @State(Scope.Thread)
  public static class OwnBoard {
    private Publisher publisher;

    @Setup
    public void open(DispatchBenchmark shared) {
      publisher = shared.server.open(shared.members, shared.payloadBytes);
    }

    /** Fails the benchmark unless every member got each message exactly once. */
    @TearDown(Level.Iteration)
    public void drain() {
      publisher.drain();
    }

    @TearDown
    public void close(DispatchBenchmark shared) {
      shared.server.closed();
    }
  }
}
