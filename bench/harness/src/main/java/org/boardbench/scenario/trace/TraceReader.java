package org.boardbench.scenario.trace;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.boardbench.scenario.message.PayloadSizes;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a trace: CSV with the header {@code at_ms,class,bytes}, a JSON list of objects with these
 * keys, or such objects in a line each; {@code first_point_ms} may be beside them. Strict; tells
 * the first problems, with the message's number or line from 1.
 */
public final class TraceReader {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final TraceDraft draft;

  private TraceReader(TraceDraft draft) {
    this.draft = draft;
  }

  /**
   * The messages of a trace.
   *
   * @param bounds what a message's size may be
   * @return empty when there was a problem
   */
  public static Optional<TraceMessages> read(
      String text, PayloadSizes bounds, Consumer<String> problems) {
    try {
      return read(new StringReader(text), "", bounds, problems);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The same of a file. JSON lines are read one by one; of the other formats the whole text is in
   * memory, so that {@code in} has an end that fits there.
   *
   * @param in is not closed
   * @param name of the file, for problems
   * @throws IOException when {@code in} could not be read
   */
  public static Optional<TraceMessages> read(
      Reader in, String name, PayloadSizes bounds, Consumer<String> problems) throws IOException {
    TraceDraft draft = new TraceDraft(bounds, problems);
    new TraceReader(draft).read(new BufferedReader(in), name);
    return draft.end();
  }

  private void read(BufferedReader in, String name) throws IOException {
    int linesBefore = 0;
    int sign;
    do {
      in.mark(1);
      sign = in.read();
      linesBefore += sign == '\n' ? 1 : 0;
    } while (sign >= 0 && Character.isWhitespace(sign));
    in.reset();
    switch (sign) {
      case '{' -> new TraceLines(in, linesBefore, name, draft).read();
      case '[' -> json(in.readAllAsString());
      default -> csv(in.readAllAsString());
    }
  }

  private void csv(String text) {
    List<String> lines = text.strip().lines().toList();
    String header = lines.isEmpty() ? "" : lines.getFirst();
    boolean hasPoints = header.equals(header(true));
    if (!hasPoints && !header.equals(header(false))) {
      draft.problem("must begin with the line " + header(false));
      return;
    }
    if (isTooMany(lines.size() - 1)) {
      return;
    }
    for (int number = 1; number < lines.size(); number++) {
      String[] cells = lines.get(number).split(",", -1);
      if (cells.length == TraceKeys.of(hasPoints).size()) {
        draft.add(
            place(number),
            new TraceDraft.Said(
                cells[0],
                cells[1],
                cells[2],
                hasPoints ? Optional.of(cells[cells.length - 1]) : Optional.empty()));
      } else {
        draft.problem(place(number), header, lines.get(number));
      }
    }
  }

  private static String header(boolean hasPoints) {
    return String.join(",", TraceKeys.of(hasPoints));
  }

  private void json(String text) {
    try {
      JsonNode list = JSON.readTree(text);
      if (isTooMany(list.size())) {
        return;
      }
      int number = 0;
      for (JsonNode node : list) {
        number++;
        if (hasItsKeys(node)) {
          draft.add(
              place(number),
              new TraceDraft.Said(
                  text(node, TraceKeys.AT_MS),
                  text(node, TraceKeys.CLASS),
                  text(node, TraceKeys.BYTES),
                  node.has(TraceKeys.FIRST_POINT_MS)
                      ? Optional.of(text(node, TraceKeys.FIRST_POINT_MS))
                      : Optional.empty()));
        } else {
          draft.problem(
              place(number), "the keys " + String.join(", ", TraceKeys.NEEDED), node.toString());
        }
      }
    } catch (JacksonException e) {
      draft.problem("is no JSON: " + e.getOriginalMessage());
    }
  }

  private static boolean hasItsKeys(JsonNode node) {
    Set<String> keys = Set.copyOf(node.propertyNames());
    return keys.containsAll(TraceKeys.NEEDED) && TraceKeys.ALL.containsAll(keys);
  }

  private static String text(JsonNode object, String key) {
    return object.path(key).asString();
  }

  private boolean isTooMany(int number) {
    if (number > TraceDraft.MOST_MESSAGES) {
      draft.tooMany(Integer.toString(number));
    }
    return number > TraceDraft.MOST_MESSAGES;
  }

  private static String place(int number) {
    return "message " + number;
  }
}
