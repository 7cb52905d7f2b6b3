package org.boardbench.micro.frame;

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
 * The mask alone. A sender that still needs the text writes it, masked, somewhere else; a receiver
 * takes the mask away where the payload lies.
 */
@Series(group = "frames", by = "loop")
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class MaskBenchmark {
  private static final int MASK = 0x9f3a_07c4;

  @Param({"bytewise", "wordwise"})
  public String loop;

  @Param({"300", "2048", "16384"})
  public int payloadBytes;

  private MaskLoop mask;
  private byte[] text;
  private byte[] frame;

  @Setup
  public void setUp() {
    mask = MaskLoop.named(loop);
    text = StrokeMessage.ofSize(payloadBytes).bytes();
    frame = new byte[text.length];
  }

  @Benchmark
  public byte[] mask() {
    mask.apply(MASK, text, frame);
    return frame;
  }

  @Benchmark
  public byte[] unmask() {
    mask.apply(MASK, frame, frame);
    return frame;
  }
}
