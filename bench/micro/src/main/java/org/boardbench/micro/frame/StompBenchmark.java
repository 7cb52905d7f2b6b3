package org.boardbench.micro.frame;

import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.boardbench.micro.EncodedSize;
import org.boardbench.micro.Series;
import org.boardbench.micro.payload.StrokeMessage;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * What STOMP adds: a message on its way from its bytes into a WebSocket frame for one member, and
 * from the payload of a frame to its bytes, with and without STOMP around it. The steps beside
 * STOMP are the same, so the difference is STOMP's.
 */
@Series(group = "stomp", by = "envelope")
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class StompBenchmark {
  @Param({"plain", "spring-stomp"})
  public String envelope;

  @Param({"300", "2048", "16384"})
  public int payloadBytes;

  private final FrameEncoder frames = FrameEncoder.named("draft-6455-server");
  private Envelope wrapping;
  private byte[] message;
  private byte[] published;

  @Setup
  public void setUp() {
    wrapping = Envelope.named(envelope);
    message = StrokeMessage.ofSize(payloadBytes).bytes();
    published = wrapping.published(message);
    EncodedSize.report(wrapping.wrap(message).length);
  }

  @Benchmark
  public ByteBuffer encode() {
    return frames.encode(wrapping.wrap(message));
  }

  @Benchmark
  public byte[] decode() {
    return wrapping.unwrap(published);
  }
}
