package org.boardbench.micro.codec;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
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
import org.openjdk.jmh.infra.Blackhole;

/**
 * What the text of a frame costs on its way to bytes and back. The stroke is ASCII throughout, as
 * the sweep sends it, and coders are fastest with ASCII: this says nothing of other text.
 */
@Series(group = "utf-8", by = "coder")
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Utf8Benchmark {
  @Param({"jdk", "tomcat"})
  String coder;

  @Param({"300", "2048", "16384"})
  int payloadBytes;

  private Utf8Coder utf8;
  private String text;
  private byte[] bytes;
  private Consumer<ByteBuffer> sink;

  @Setup
  public void encodeMessage(Blackhole blackhole) {
    StrokeMessage message = StrokeMessage.ofSize(payloadBytes);
    utf8 = Utf8Coder.BY_NAME.get(coder).get();
    text = message.text();
    bytes = message.bytes();
    sink = blackhole::consume;
    EncodedSize.report(bytes.length);
  }

  @Benchmark
  public void encode() {
    utf8.encode(text, sink);
  }

  @Benchmark
  public String decode() throws CharacterCodingException {
    return utf8.decode(bytes);
  }
}
