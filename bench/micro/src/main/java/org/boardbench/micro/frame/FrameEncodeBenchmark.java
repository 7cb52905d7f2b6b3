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
 * A stroke's text becomes a WebSocket frame: unmasked, as a server sends it, or masked, as a client
 * does.
 */
@Series(group = "frames", by = "encoder")
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FrameEncodeBenchmark {
  @Param({"draft-6455-server", "draft-6455-client", "driver"})
  public String encoder;

  @Param({"300", "2048", "16384"})
  public int payloadBytes;

  private FrameEncoder frames;
  private byte[] text;

  @Setup
  public void setUp() {
    frames = FrameEncoder.named(encoder);
    text = StrokeMessage.ofSize(payloadBytes).bytes();
    EncodedSize.report(frames.encode(text).remaining());
  }

  @Benchmark
  public ByteBuffer encode() {
    return frames.encode(text);
  }
}
