package org.boardbench.micro.fanout.socket;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The ways of writing by the names that stand in results. */
final class FrameWriters {
  private static final Map<String, Function<Connection, FrameWriter>> BY_NAME =
      Map.of(
          "coalesced", Coalesced::new,
          "vectored", Vectored::new,
          "write-each", WriteEach::new);

  private FrameWriters() {}

  static Set<String> names() {
    return BY_NAME.keySet();
  }

  static Function<Connection, FrameWriter> named(String name) {
    return BY_NAME.get(name);
  }
}
