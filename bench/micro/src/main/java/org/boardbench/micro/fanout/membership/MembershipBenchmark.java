package org.boardbench.micro.fanout.membership;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.boardbench.micro.Series;
import org.boardbench.micro.fanout.CountingSink;
import org.boardbench.micro.fanout.Message;
import org.boardbench.micro.payload.StrokeMessage;
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

/** One message to each member that a board knows of, on the publisher's thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Series(group = "fan-out", by = "membership")
public class MembershipBenchmark {
  /** Messages for which the same members stay, where they come and go. */
  static final int MESSAGES_PER_CHANGE = 10;

  @Param({"array-snapshot", "concurrent-set", "copy-on-write"})
  String membership;

  @Param({"10", "100", "1000"})
  int members;

  @Param({"300"})
  int payloadBytes;

  private final Deque<CountingSink> present = new ArrayDeque<>();
  private final List<CountingSink> all = new ArrayList<>();
  private Membership board;
  private CountingSink absent;
  private byte[] payload;
  private long published;

  @Setup
  public void open() {
    board = Memberships.named(membership);
    payload = StrokeMessage.ofSize(payloadBytes).bytes();
    for (int member = 0; member < members; member++) {
      CountingSink sink = new CountingSink();
      board.join(sink);
      present.add(sink);
    }
    absent = new CountingSink();
    all.addAll(present);
    all.add(absent);
  }

  @Benchmark
  public void still() {
    board.publish(new Message(published++, payload));
  }

  /**
   * As {@link #still}, but before every {@link #MESSAGES_PER_CHANGE}th message the member who has
   * been in longest leaves and the one who is out joins. The publisher's thread does it, so that
   * the work is the same in every run; a tenth of it is in the score.
   */
  @Benchmark
  public void churning() {
    if (published % MESSAGES_PER_CHANGE == 0) {
      change();
    }
    board.publish(new Message(published++, payload));
  }

  private void change() {
    CountingSink leaving = present.remove();
    board.leave(leaving);
    board.join(absent);
    present.add(absent);
    absent = leaving;
  }

  /** Fails the benchmark unless each message went to as many as were in. */
  @TearDown(Level.Iteration)
  public void check() {
    long deliveries = all.stream().mapToLong(CountingSink::received).sum();
    if (deliveries != published * members) {
      throw new IllegalStateException(
          "%d deliveries of %d messages to %d members".formatted(deliveries, published, members));
    }
  }
}
