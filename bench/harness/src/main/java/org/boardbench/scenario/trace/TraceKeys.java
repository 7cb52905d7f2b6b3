package org.boardbench.scenario.trace;

import java.util.List;

/** What a file says of a message: the columns of CSV, and the keys of an object. */
final class TraceKeys {
  static final String AT_MS = "at_ms";
  static final String CLASS = "class";
  static final String BYTES = "bytes";
  static final String FIRST_POINT_MS = "first_point_ms";

  /** What every message has. */
  static final List<String> NEEDED = List.of(AT_MS, CLASS, BYTES);

  static final List<String> ALL = List.of(AT_MS, CLASS, BYTES, FIRST_POINT_MS);

  private TraceKeys() {}

  static List<String> of(boolean hasPoints) {
    return hasPoints ? ALL : NEEDED;
  }
}
