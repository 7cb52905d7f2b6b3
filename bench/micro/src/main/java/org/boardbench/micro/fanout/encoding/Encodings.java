package org.boardbench.micro.fanout.encoding;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/** The encodings by the names that stand in results. */
final class Encodings {
  private static final Map<String, Function<JsonMapper, Encoding>> BY_NAME =
      Map.of(
          "encode-each", EncodeEach::new,
          "encode-once", EncodeOnce::new);

  private Encodings() {}

  static Set<String> names() {
    return BY_NAME.keySet();
  }

  static Encoding named(String name, JsonMapper mapper) {
    return BY_NAME.get(name).apply(mapper);
  }
}
