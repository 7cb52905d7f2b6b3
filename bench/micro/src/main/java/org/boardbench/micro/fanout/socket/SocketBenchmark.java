package org.boardbench.micro.fanout.socket;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.boardbench.micro.Series;
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

/**
 * One frame to every member's TCP connection over the loopback. Ways of writing that collect frames
 * write with every {@value FrameWriter#MAX_PENDING}th operation, so a score is their mean over as
 * many. The peers' reading is in the time only where it holds up the writer.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Series(group = "sockets", by = "writing")
public class SocketBenchmark {
  @Param({"write-each", "vectored", "coalesced"})
  String writing;

  @Param({"10", "100", "1000"})
  int members;

  @Param({"300"})
  int payloadBytes;

  /** As many as may be pending, so that each pending frame has memory of its own. */
  private final ByteBuffer[] frames = new ByteBuffer[FrameWriter.MAX_PENDING];

  private SocketBoard board;
  private long[] receivedBytes;
  private int frameBytes;
  private long published;

  @Setup
  public void open() throws IOException {
    byte[] payload = StrokeMessage.ofSize(payloadBytes).bytes();
    Arrays.setAll(frames, n -> ServerFrame.of(payload));
    frameBytes = frames[0].remaining();
    receivedBytes = new long[members];
    board =
        SocketBoard.open(
            FrameWriters.named(writing),
            members,
            (member, bytes) -> receivedBytes[member] += bytes.remaining(),
            SocketBoard.MAX_BEHIND_BYTES);
  }

  @Benchmark
  public void publish() throws IOException {
    board.publish(frames[(int) (published++ % frames.length)]);
  }

  /** Fails the benchmark unless every member got exactly what was published. */
  @TearDown(Level.Iteration)
  public void settle() throws IOException {
    board.settle();
    check();
  }

  /** Counts again at the end of each connection: nothing may have come since. */
  @TearDown
  public void close() throws IOException {
    board.close();
    check();
  }

  private void check() {
    for (long bytes : receivedBytes) {
      if (bytes != published * frameBytes) {
        throw new IllegalStateException(
            "a member got %d bytes of %d".formatted(bytes, published * frameBytes));
      }
    }
  }
}
