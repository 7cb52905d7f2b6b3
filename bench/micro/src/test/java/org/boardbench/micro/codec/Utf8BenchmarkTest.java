package org.boardbench.micro.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.boardbench.micro.EncodedSize;
import org.boardbench.micro.payload.StrokeMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmh.infra.Blackhole;

/** Each method of the UTF-8 benchmarks once. */
class Utf8BenchmarkTest {
  private final Blackhole blackhole =
      new Blackhole(
          "Today's password is swordfish. I understand instantiating Blackholes directly is"
              + " dangerous.");

  @ParameterizedTest
  @ValueSource(strings = {"jdk", "tomcat"})
  void codersEncodeAndDecodeTheMessage(String coder) throws Exception {
    for (int payloadBytes : List.of(300, 2048, 16384)) {
      Utf8Benchmark benchmark = new Utf8Benchmark();
      benchmark.coder = coder;
      benchmark.payloadBytes = payloadBytes;
      benchmark.encodeMessage(blackhole);

      benchmark.encode();

      assertThat(benchmark.decode()).isEqualTo(StrokeMessage.ofSize(payloadBytes).text());
      assertThat(EncodedSize.reported()).hasValue(payloadBytes);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"jdk", "driver"})
  void validatorsFindTheMessageValid(String coder) {
    for (int payloadBytes : List.of(300, 2048, 16384)) {
      Utf8ValidationBenchmark benchmark = new Utf8ValidationBenchmark();
      benchmark.coder = coder;
      benchmark.payloadBytes = payloadBytes;
      benchmark.encodeMessage();

      assertThat(benchmark.validate()).isTrue();
      assertThat(EncodedSize.reported()).hasValue(payloadBytes);
    }
  }

  @Test
  void theBenchmarksKnowTheCodersThereAre() throws Exception {
    assertThat(CodecBenchmarkTest.values(Utf8Benchmark.class, "coder"))
        .containsExactlyInAnyOrderElementsOf(Utf8Coder.BY_NAME.keySet());
    assertThat(CodecBenchmarkTest.values(Utf8ValidationBenchmark.class, "coder"))
        .containsExactlyInAnyOrderElementsOf(Utf8Validator.BY_NAME.keySet());
  }
}
