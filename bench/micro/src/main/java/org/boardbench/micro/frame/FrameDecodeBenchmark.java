package org.boardbench.micro.frame;

import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
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
 * A WebSocket frame that has come becomes a stroke's text, valid UTF-8 in bytes: masked, as a
 * server gets it, or unmasked, as a client does.
 */
@Series(group = "frames", by = "decoder")
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FrameDecodeBenchmark {
  @Param({"draft-6455-server", "draft-6455-client", "driver"})
  public String decoder;

  @Param({"300", "2048", "16384"})
  public int payloadBytes;

  private FrameDecoder frames;
  private ByteBuffer frame;
  private long read;

  @Setup
  public void setUp() {
    frames = FrameDecoder.named(decoder, (bytes, offset, length) -> read += length + bytes[offset]);
    // Masked by a client, unmasked by a server.
    String sender = FrameDecoder.isMasked(decoder) ? "draft-6455-client" : "draft-6455-server";
    frame = FrameEncoder.named(sender).encode(StrokeMessage.ofSize(payloadBytes).bytes());
  }

  @Benchmark
  public long decode() {
    frames.decode(frame.rewind());
    return read;
  }
}
