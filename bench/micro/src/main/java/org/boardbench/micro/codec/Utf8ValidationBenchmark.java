package org.boardbench.micro.codec;

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
 * What it costs to know that a frame is valid UTF-8 without needing its text. The stroke is ASCII
 * throughout, as the sweep sends it: this says nothing of other text.
 */
@Series(group = "utf-8", by = "coder")
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Utf8ValidationBenchmark {
  @Param({"jdk", "driver"})
  String coder;

  @Param({"300", "2048", "16384"})
  int payloadBytes;

  private Utf8Validator validator;
  private byte[] bytes;

  @Setup
  public void encodeMessage() {
    validator = Utf8Validator.BY_NAME.get(coder).get();
    bytes = StrokeMessage.ofSize(payloadBytes).bytes();
    EncodedSize.report(bytes.length);
  }

  @Benchmark
  public boolean validate() {
    return validator.isValid(bytes);
  }
}
