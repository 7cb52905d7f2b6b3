package org.boardbench.micro.codec;

import java.io.IOException;
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

/** What a stroke costs to read from and to write as JSON in UTF-8, without a text in between. */
@Series(group = "serialization", by = "codec")
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class JsonBytesBenchmark {
  @Param({"jackson-databind", "jackson-tree", "jackson-streaming", "fastjson2", "dsl-json", "gson"})
  String codec;

  @Param({"300", "2048", "16384"})
  int payloadBytes;

  private Encoded<?> message;

  /** A codec with a message of its own type. */
  private static final class Encoded<T> {
    private final JsonCodec<T> codec;
    private final T model;
    private final byte[] encoded;

    Encoded(JsonCodec<T> codec, StrokeMessage message) throws IOException {
      this.codec = codec;
      this.model = codec.model(message.stroke());
      this.encoded = codec.writeBytes(model);
    }

    int bytes() {
      return encoded.length;
    }

    T read() throws IOException {
      return codec.read(encoded);
    }

    byte[] write() throws IOException {
      return codec.writeBytes(model);
    }
  }

  @Setup
  public void encode() throws IOException {
    message = new Encoded<>(Codecs.json(codec), StrokeMessage.ofSize(payloadBytes));
    EncodedSize.report(message.bytes());
  }

  @Benchmark
  public Object read() throws IOException {
    return message.read();
  }

  @Benchmark
  public byte[] write() throws IOException {
    return message.write();
  }
}
