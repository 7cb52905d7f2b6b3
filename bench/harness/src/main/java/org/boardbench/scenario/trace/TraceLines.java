package org.boardbench.scenario.trace;

import java.io.IOException;
import java.io.Reader;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A trace as JSON lines: each line is an object, and an event. Of the text no more than a line is
 * in memory at a time. Blank lines are passed over.
 */
final class TraceLines {
  /** An event takes some eighty. */
  private static final int MOST_CHARS = 1_000;

  /** Numbers as they are written: as a double, 1e-999999999 would be a plain 0. */
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private final Reader in;
  private final String of;
  private final TraceDraft draft;
  private final StringBuilder line = new StringBuilder();
  private int number;

  /**
   * @param linesBefore that were read from {@code in} already
   * @param name of the file; empty where the text is in no file of its own
   */
  TraceLines(Reader in, int linesBefore, String name, TraceDraft draft) {
    this.in = in;
    this.number = linesBefore;
    this.of = name.isEmpty() ? "" : " of " + name;
    this.draft = draft;
  }

  void read() throws IOException {
    int events = 0;
    while (next()) {
      if (!line.toString().isBlank()) {
        events++;
        if (events > TraceDraft.MOST_MESSAGES) {
          draft.tooMany("more");
          return;
        }
        event();
        if (draft.isHopeless()) {
          return; // the rest may be a file that never was a trace
        }
      }
    }
  }

  /** Reads the next line, or what may be kept of it and one character; false at the end. */
  private boolean next() throws IOException {
    line.setLength(0);
    number++;
    int sign = in.read();
    boolean isThere = sign >= 0;
    while (sign >= 0 && sign != '\n') {
      if (line.length() <= MOST_CHARS) {
        line.append((char) sign);
      }
      sign = in.read();
    }
    return isThere;
  }

  private void event() {
    String text = line.toString().strip();
    if (line.length() > MOST_CHARS) {
      draft.problem(place(), "at most " + MOST_CHARS + " characters", text);
      return;
    }
    try {
      JsonNode event = JSON.readTree(text);
      if (!event.isObject()) {
        draft.problem(place(), "an object", text);
      } else if (hasItsKeys(event)) {
        draft.add(
            place(),
            new TraceDraft.Said(
                number(event.path(TraceKeys.AT_MS)),
                word(event.path(TraceKeys.CLASS)),
                number(event.path(TraceKeys.BYTES)),
                event.has(TraceKeys.FIRST_POINT_MS)
                    ? Optional.of(number(event.path(TraceKeys.FIRST_POINT_MS)))
                    : Optional.empty()));
      }
    } catch (JacksonException e) {
      draft.problem(place() + " is no JSON: " + e.getOriginalMessage());
    }
  }

  private String place() {
    return "line " + number + of;
  }

  private boolean hasItsKeys(JsonNode event) {
    boolean hasAll = true;
    for (String key : event.propertyNames()) {
      if (!TraceKeys.ALL.contains(key)) {
        draft.problem(place(), "no key but " + String.join(", ", TraceKeys.ALL), key);
        hasAll = false;
      }
    }
    for (String key : TraceKeys.NEEDED) {
      if (!event.has(key)) {
        draft.problem(place() + " must have the key " + key);
        hasAll = false;
      }
    }
    return hasAll;
  }

  /** In quotes it is no number. */
  private static String number(JsonNode value) {
    return value.isNumber() ? value.decimalValue().toString() : value.toString();
  }

  private static String word(JsonNode value) {
    return value.isString() ? value.stringValue() : value.toString();
  }
}
