package org.boardbench.scenario.behaviour;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.boardbench.scenario.message.MessageClass;
import org.boardbench.scenario.message.PayloadSizes;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a trace: CSV with the header {@code at_ms,class,bytes}, or a JSON list of objects with
 * these keys. Strict; tells the first problems, with the message's number from 1.
 */
public final class TraceReader {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final List<String> COLUMNS = List.of(TraceMessages.HEADER.split(","));
  private static final int MOST_MESSAGES = 100_000;
  private static final int MOST_PROBLEMS = 10;
  private static final int MOST_SHOWN = 80;
  private static final BigDecimal MOST_MS = BigDecimal.valueOf(24L * 3600 * 1000);
  private static final BigDecimal NS_PER_MS = BigDecimal.valueOf(1_000_000);

  /** Of a number before or behind the point: 1e-999999999 would be worked on for hours. */
  private static final int MOST_PLACES = 30;

  private final PayloadSizes bounds;
  private final Consumer<String> problems;
  private final List<TraceMessage> messages = new ArrayList<>();
  private int problemsFound;

  private TraceReader(PayloadSizes bounds, Consumer<String> problems) {
    this.bounds = bounds;
    this.problems = problems;
  }

  /**
   * The messages of a trace.
   *
   * @param bounds what a message's size may be
   * @return empty when there was a problem
   */
  public static Optional<TraceMessages> read(
      String text, PayloadSizes bounds, Consumer<String> problems) {
    TraceReader reader = new TraceReader(bounds, problems);
    if (text.stripLeading().startsWith("[")) {
      reader.json(text);
    } else {
      reader.csv(text);
    }
    return reader.end();
  }

  private Optional<TraceMessages> end() {
    if (problemsFound == 0
        && (messages.isEmpty() || messages.getFirst().atNs() == messages.getLast().atNs())) {
      problem("must have messages of two times at least, was " + messages.size() + " of one");
    }
    return problemsFound == 0 ? Optional.of(new TraceMessages(messages)) : Optional.empty();
  }

  private void csv(String text) {
    List<String> lines = text.strip().lines().toList();
    if (lines.isEmpty() || !lines.getFirst().equals(TraceMessages.HEADER)) {
      problem("must begin with the line " + TraceMessages.HEADER);
      return;
    }
    if (isTooMany(lines.size() - 1)) {
      return;
    }
    for (int number = 1; number < lines.size(); number++) {
      String[] cells = lines.get(number).split(",", -1);
      if (cells.length == COLUMNS.size()) {
        message(number, cells[0], cells[1], cells[2]);
      } else {
        problem(number, TraceMessages.HEADER, "was " + shown(lines.get(number)));
      }
    }
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
        List<String> keys = List.copyOf(node.propertyNames());
        if (keys.size() == COLUMNS.size() && keys.containsAll(COLUMNS)) {
          message(number, text(node, 0), text(node, 1), text(node, 2));
        } else {
          problem(
              number, "the keys " + String.join(", ", COLUMNS), "was " + shown(node.toString()));
        }
      }
    } catch (JacksonException e) {
      problem("is no JSON: " + e.getOriginalMessage());
    }
  }

  private boolean isTooMany(int number) {
    if (number > MOST_MESSAGES) {
      problem("must have at most " + MOST_MESSAGES + " messages, was " + number);
    }
    return number > MOST_MESSAGES;
  }

  private static String text(JsonNode object, int column) {
    return object.path(COLUMNS.get(column)).asString();
  }

  private void message(int number, String atMs, String className, String bytes) {
    Optional<BigDecimal> time =
        number(atMs).filter(ms -> ms.signum() >= 0 && ms.compareTo(MOST_MS) <= 0);
    Optional<MessageClass> messageClass = MessageClass.ofKey(className);
    Optional<Integer> size = number(bytes).flatMap(this::size);
    if (time.isEmpty()) {
      problem(number, "at_ms from 0 to " + MOST_MS, "was " + shown(atMs));
    }
    if (messageClass.isEmpty()) {
      problem(
          number,
          "a class of " + String.join(", ", MessageClass.keys()),
          "was " + shown(className));
    }
    if (size.isEmpty()) {
      problem(
          number,
          "bytes from " + bounds.smallestBytes() + " to " + bounds.largestBytes(),
          "was " + shown(bytes));
    }
    if (time.isPresent() && messageClass.isPresent() && size.isPresent()) {
      add(number, time.get(), messageClass.get(), size.get());
    }
  }

  private void add(int number, BigDecimal ms, MessageClass messageClass, int bytes) {
    long atNs = ms.multiply(NS_PER_MS).setScale(0, RoundingMode.HALF_UP).longValueExact();
    if (!messages.isEmpty() && atNs < messages.getLast().atNs()) {
      problem(number, "an at_ms that is not before the one ahead", "was " + ms.toPlainString());
    }
    messages.add(new TraceMessage(atNs, messageClass, bytes));
  }

  /** A broken file may have all of itself in one line. */
  private static String shown(String text) {
    if (text.isBlank()) {
      return "empty";
    }
    return text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "...";
  }

  private static Optional<BigDecimal> number(String text) {
    if (text.length() > 2 * MOST_PLACES) {
      return Optional.empty();
    }
    try {
      return Optional.of(new BigDecimal(text))
          .filter(number -> Math.abs(number.scale()) <= MOST_PLACES);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private Optional<Integer> size(BigDecimal number) {
    boolean isWithin =
        number.compareTo(BigDecimal.valueOf(bounds.smallestBytes())) >= 0
            && number.compareTo(BigDecimal.valueOf(bounds.largestBytes())) <= 0;
    return isWithin && number.stripTrailingZeros().scale() <= 0
        ? Optional.of(number.intValueExact())
        : Optional.empty();
  }

  private void problem(int number, String bound, String was) {
    problem("message " + number + " must have " + bound + ", " + was);
  }

  private void problem(String text) {
    problemsFound++;
    if (problemsFound <= MOST_PROBLEMS) {
      problems.accept(text);
    }
  }
}
