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

/**
 * What a stroke costs to read and to write: JSON as text, which is what WebSocket libraries hand
 * over, binary formats as bytes. A fork knows one codec, so calls through the interface are direct.
 */
@Series(group = "serialization", by = "codec")
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CodecBenchmark {
  @Param({
    "jackson-databind",
    "jackson-tree",
    "jackson-streaming",
    "fastjson2",
    "dsl-json",
    "gson",
    "smile",
    "cbor",
    "msgpack",
    "protobuf"
  })
  String codec;

  @Param({"300", "2048", "16384"})
  int payloadBytes;

  private Encoded<?, ?> message;

  /** A codec with a message of its own types. */
  private record Encoded<T, E>(Codec<T, E> codec, T model, E encoded) {
    static <T, E> Encoded<T, E> of(Codec<T, E> codec, StrokeMessage message) throws IOException {
      T model = codec.model(message.stroke());
      return new Encoded<>(codec, model, codec.write(model));
    }

    int bytes() {
      return codec.bytes(encoded);
    }

    T read() throws IOException {
      return codec.read(encoded);
    }

    String readBoardId() throws IOException {
      return codec.readBoardId(encoded);
    }

    E write() throws IOException {
      return codec.write(model);
    }
  }

  @Setup
  public void encode() throws IOException {
    message = Encoded.of(Codecs.named(codec), StrokeMessage.ofSize(payloadBytes));
    EncodedSize.report(message.bytes());
  }

  @Benchmark
  public Object read() throws IOException {
    return message.read();
  }

  /** What a relay does: it has to know the board, and that the message is well-formed. */
  @Benchmark
  public String readBoardId() throws IOException {
    return message.readBoardId();
  }

  @Benchmark
  public Object write() throws IOException {
    return message.write();
  }
}
