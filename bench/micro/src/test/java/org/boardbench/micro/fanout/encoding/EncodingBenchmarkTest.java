package org.boardbench.micro.fanout.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.boardbench.micro.EncodedSize;
import org.boardbench.micro.fanout.ParamValues;
import org.boardbench.micro.payload.Stroke;
import org.boardbench.micro.payload.StrokeMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class EncodingBenchmarkTest {
  static Set<String> encodings() {
    return Encodings.names();
  }

  @Test
  void theParametersAreTheEncodingsThatThereAre() throws Exception {
    assertThat(ParamValues.of(EncodingBenchmark.class, "encoding"))
        .containsExactlyInAnyOrderElementsOf(Encodings.names());
  }

  @ParameterizedTest
  @MethodSource("encodings")
  void itRunsAndSaysHowLargeTheJsonIs(String encoding) {
    Stroke stroke = StrokeMessage.ofSize(300).stroke();
    int jsonBytes = JsonMapper.shared().writeValueAsBytes(stroke).length;
    EncodingBenchmark benchmark = new EncodingBenchmark();
    benchmark.encoding = encoding;
    benchmark.members = 10;
    benchmark.payloadBytes = 300;
    benchmark.open();
    for (int iteration = 0; iteration < 2; iteration++) {
      benchmark.publish();
      benchmark.publish();
      benchmark.check();
    }

    assertThat(EncodedSize.reported()).hasValue(jsonBytes);
  }
}
