package org.boardbench.micro.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.boardbench.micro.EncodedSize;
import org.boardbench.micro.payload.Stroke;
import org.boardbench.micro.payload.StrokeMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jmh.annotations.Param;

/** Each method of the codec benchmarks once, for what it returns. */
class CodecBenchmarkTest {
  static Stream<String> names() {
    return CodecTest.names();
  }

  static Stream<String> jsonNames() {
    return Codecs.jsonNames().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void codecBenchmarksReadAndWriteTheWholeStroke(String name) throws Exception {
    for (int payloadBytes : List.of(300, 2048, 16384)) {
      CodecBenchmark benchmark = new CodecBenchmark();
      benchmark.codec = name;
      benchmark.payloadBytes = payloadBytes;
      benchmark.encode();
      Stroke expected = StrokeMessage.ofSize(payloadBytes).stroke();

      assertThat(strokeOf(Codecs.named(name), benchmark.read())).isEqualTo(expected);
      assertThat(benchmark.readBoardId()).isEqualTo(expected.boardId());
      assertThat(strokeRead(Codecs.named(name), benchmark.write())).isEqualTo(expected);
      assertThat(EncodedSize.reported()).hasValue(bytes(Codecs.named(name), benchmark.write()));
    }
  }

  @ParameterizedTest
  @MethodSource("jsonNames")
  void jsonBytesBenchmarksReadAndWriteTheWholeStroke(String name) throws Exception {
    for (int payloadBytes : List.of(300, 2048, 16384)) {
      JsonBytesBenchmark benchmark = new JsonBytesBenchmark();
      benchmark.codec = name;
      benchmark.payloadBytes = payloadBytes;
      benchmark.encode();
      StrokeMessage expected = StrokeMessage.ofSize(payloadBytes);

      assertThat(strokeOf(Codecs.named(name), benchmark.read())).isEqualTo(expected.stroke());
      assertThat(benchmark.write()).isEqualTo(expected.bytes());
      assertThat(EncodedSize.reported()).hasValue(payloadBytes);
    }
  }

  @Test
  void theBenchmarksKnowTheCodecsThatAreRegistered() throws Exception {
    assertThat(values(CodecBenchmark.class, "codec")).containsExactlyElementsOf(names().toList());
    assertThat(values(JsonBytesBenchmark.class, "codec"))
        .containsExactlyElementsOf(jsonNames().toList());
  }

  @Test
  void theNamesAreThoseThatResultsPromise() {
    assertThat(names())
        .containsExactly(
            "jackson-databind",
            "jackson-tree",
            "jackson-streaming",
            "fastjson2",
            "dsl-json",
            "gson",
            "smile",
            "cbor",
            "msgpack",
            "protobuf");
  }

  /** The values that a benchmark's parameter takes. */
  static List<String> values(Class<?> benchmark, String parameter) throws NoSuchFieldException {
    return Arrays.asList(benchmark.getDeclaredField(parameter).getAnnotation(Param.class).value());
  }

  @SuppressWarnings("unchecked")
  private static <T, E> Stroke strokeOf(Codec<T, E> codec, Object model) {
    return codec.stroke((T) model);
  }

  @SuppressWarnings("unchecked")
  private static <T, E> Stroke strokeRead(Codec<T, E> codec, Object encoded) throws IOException {
    return codec.stroke(codec.read((E) encoded));
  }

  @SuppressWarnings("unchecked")
  private static <T, E> int bytes(Codec<T, E> codec, Object encoded) {
    return codec.bytes((E) encoded);
  }
}
