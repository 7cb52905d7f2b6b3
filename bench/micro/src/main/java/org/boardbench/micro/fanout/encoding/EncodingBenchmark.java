package org.boardbench.micro.fanout.encoding;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.boardbench.micro.EncodedSize;
import org.boardbench.micro.Series;
import org.boardbench.micro.payload.Stroke;
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
import tools.jackson.databind.json.JsonMapper;

/** A stroke object written for all members of a board, on the publisher's thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Series(group = "fan-out", by = "encoding")
public class EncodingBenchmark {
  @Param({"encode-each", "encode-once"})
  String encoding;

  @Param({"10", "100", "1000"})
  int members;

  @Param({"300"})
  int payloadBytes;

  private Encoding strategy;
  private Stroke stroke;
  private int jsonBytes;
  private List<JsonCount> counts;
  private long published;

  @Setup
  public void open() {
    JsonMapper mapper = JsonMapper.builder().build();
    strategy = Encodings.named(encoding, mapper);
    stroke = StrokeMessage.ofSize(payloadBytes).stroke();
    jsonBytes = mapper.writeValueAsBytes(stroke).length;
    counts = Stream.generate(JsonCount::new).limit(members).toList();
    EncodedSize.report(jsonBytes);
  }

  @Benchmark
  public void publish() {
    published++;
    strategy.publish(stroke, counts);
  }

  /** Fails the benchmark unless every member got everything. */
  @TearDown(Level.Iteration)
  public void check() {
    for (JsonCount count : counts) {
      if (count.received != published || count.bytes != published * jsonBytes) {
        throw new IllegalStateException(
            "a member got %d of %d messages".formatted(count.received, published));
      }
    }
  }

  /** A member. It keeps the last message, so that no array's making is optimized away. */
  private static final class JsonCount implements Consumer<byte[]> {
    private long received;
    private long bytes;

    @SuppressWarnings("unused") // Only written.
    private byte[] last;

    @Override
    public void accept(byte[] json) {
      received++;
      bytes += json.length;
      last = json;
    }
  }
}
