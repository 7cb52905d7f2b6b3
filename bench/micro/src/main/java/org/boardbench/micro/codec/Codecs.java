package org.boardbench.micro.codec;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** All codecs, by the names that stand in results. */
final class Codecs {
  private static final Map<String, Supplier<JsonCodec<?>>> JSON = new LinkedHashMap<>();
  private static final Map<String, Supplier<BinaryCodec<?>>> BINARY = new LinkedHashMap<>();

  static {
    JSON.put("jackson-databind", JacksonDatabind::new);
    JSON.put("jackson-tree", JacksonTree::new);
    JSON.put("jackson-streaming", JacksonStreaming::new);
    JSON.put("fastjson2", Fastjson2::new);
    JSON.put("dsl-json", DslJsonCodec::new);
    JSON.put("gson", GsonCodec::new);
    BINARY.put("smile", JacksonBinary::smile);
    BINARY.put("cbor", JacksonBinary::cbor);
    BINARY.put("msgpack", MessagePackCodec::new);
    BINARY.put("protobuf", Protobuf::new);
  }

  private Codecs() {}

  static Set<String> jsonNames() {
    return JSON.keySet();
  }

  static Set<String> binaryNames() {
    return BINARY.keySet();
  }

  /** A new codec of either kind. */
  static Codec<?, ?> named(String name) {
    return JSON.containsKey(name) ? json(name) : binary(name);
  }

  static JsonCodec<?> json(String name) {
    return required(JSON, name).get();
  }

  static BinaryCodec<?> binary(String name) {
    return required(BINARY, name).get();
  }

  private static <S> S required(Map<String, S> codecs, String name) {
    S codec = codecs.get(name);
    if (codec == null) {
      throw new IllegalArgumentException("no codec " + name + ", only " + codecs.keySet());
    }
    return codec;
  }
}
