package org.boardbench.scenario.trace;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.boardbench.scenario.message.MessageClass;
import org.boardbench.scenario.message.PayloadSizes;

/**
 * The messages of a trace while it is read, from whatever format. Strict; tells the first problems,
 * each with the message's place and the key that it is about.
 */
final class TraceDraft {
  static final int MOST_MESSAGES = 100_000;

  private static final int MOST_PROBLEMS = 10;
  private static final int MOST_SHOWN = 80;
  private static final BigDecimal MOST_MS = BigDecimal.valueOf(24L * 3600 * 1000);
  private static final BigDecimal NS_PER_MS = BigDecimal.valueOf(1_000_000);

  /** Of a number before or behind the point: 1e-999999999 would be worked on for hours. */
  private static final int MOST_PLACES = 30;

  /**
   * What a format says of one message, as text.
   *
   * @param firstPointMs empty where it is not said
   */
  record Said(String atMs, String messageClass, String bytes, Optional<String> firstPointMs) {}

  private final PayloadSizes bounds;
  private final Consumer<String> problems;
  private final List<TraceMessage> messages = new ArrayList<>();
  private int problemsFound;

  /**
   * @param bounds what a message's size may be
   */
  TraceDraft(PayloadSizes bounds, Consumer<String> problems) {
    this.bounds = bounds;
    this.problems = problems;
  }

  /** Whether there are so many problems that no more is told. */
  boolean isHopeless() {
    return problemsFound >= MOST_PROBLEMS;
  }

  /** The trace; empty when there was a problem. */
  Optional<TraceMessages> end() {
    if (problemsFound == 0
        && (messages.isEmpty() || messages.getFirst().atNs() == messages.getLast().atNs())) {
      problem("must have messages of two times at least, was " + messages.size() + " of one");
    }
    return problemsFound == 0 ? Optional.of(new TraceMessages(messages)) : Optional.empty();
  }

  /**
   * The next message.
   *
   * @param place where it is, as a problem is to name it
   */
  void add(String place, Said said) {
    Optional<BigDecimal> time = ms(said.atMs(), MOST_MS);
    Optional<MessageClass> messageClass = MessageClass.ofKey(said.messageClass());
    Optional<Integer> size = number(said.bytes()).flatMap(this::size);
    if (time.isEmpty()) {
      problem(place, "at_ms from 0 to " + MOST_MS, said.atMs());
    }
    if (messageClass.isEmpty()) {
      problem(place, "a class of " + String.join(", ", MessageClass.keys()), said.messageClass());
    }
    if (size.isEmpty()) {
      problem(
          place,
          "bytes from " + bounds.smallestBytes() + " to " + bounds.largestBytes(),
          said.bytes());
    }
    Optional<BigDecimal> first = time.flatMap(ms -> firstPoint(place, said, ms));
    if (first.isPresent() && messageClass.isPresent() && size.isPresent()) {
      long atNs = ns(time.get());
      checkOrder(place, atNs, time.get());
      messages.add(
          new TraceMessage(atNs, Math.min(atNs, ns(first.get())), messageClass.get(), size.get()));
    }
  }

  /** Its own time where none is said; empty when there was a problem. */
  private Optional<BigDecimal> firstPoint(String place, Said said, BigDecimal atMs) {
    if (said.firstPointMs().isEmpty()) {
      return Optional.of(atMs);
    }
    Optional<BigDecimal> first = ms(said.firstPointMs().get(), atMs);
    if (first.isEmpty()) {
      problem(place, "first_point_ms from 0 to its at_ms", said.firstPointMs().get());
    }
    return first;
  }

  private void checkOrder(String place, long atNs, BigDecimal ms) {
    if (!messages.isEmpty() && atNs < messages.getLast().atNs()) {
      problem(place, "an at_ms that is not before the one ahead", ms.toPlainString());
    }
  }

  private static long ns(BigDecimal ms) {
    return ms.multiply(NS_PER_MS).setScale(0, RoundingMode.HALF_UP).longValueExact();
  }

  private static Optional<BigDecimal> ms(String text, BigDecimal most) {
    return number(text).filter(ms -> ms.signum() >= 0 && ms.compareTo(most) <= 0);
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

  void tooMany(String was) {
    problem("must have at most " + MOST_MESSAGES + " messages, was " + was);
  }

  void problem(String place, String bound, String was) {
    problem(place + " must have " + bound + ", was " + shown(was));
  }

  void problem(String text) {
    problemsFound++;
    if (problemsFound <= MOST_PROBLEMS) {
      problems.accept(text);
    }
  }

  /** A broken file may have all of itself in one line. */
  private static String shown(String text) {
    if (text.isBlank()) {
      return "empty";
    }
    return text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "...";
  }
}
