package org.boardbench.micro.run;

import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.boardbench.micro.Series;

/**
 * One benchmark method with one value for each of its parameters.
 *
 * @param method JMH's name: package, class and method
 * @param parameters in the order in which they are declared
 */
record BenchmarkCase(String method, Series series, Map<String, String> parameters) {
  /** Class and method. */
  String benchmark() {
    int dot = method.lastIndexOf('.', method.lastIndexOf('.') - 1);
    return method.substring(dot + 1);
  }

  /** The library or the strategy. */
  String compared() {
    return parameters.get(series.by());
  }

  OptionalInt number(String parameter) {
    String value = parameters.get(parameter);
    return value == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(value));
  }

  /**
   * {@code serialization CodecBenchmark.read jackson-tree}: what an expression is looked for in.
   */
  String searchable() {
    return series.group() + " " + benchmark() + " " + compared();
  }

  /** {@code CodecBenchmark.read jackson-tree, payloadBytes 300}, for a person. */
  String title() {
    String others =
        parameters.entrySet().stream()
            .filter(parameter -> !parameter.getKey().equals(series.by()))
            .map(parameter -> ", " + parameter.getKey() + " " + parameter.getValue())
            .collect(Collectors.joining());
    return benchmark() + " " + compared() + others;
  }
}
