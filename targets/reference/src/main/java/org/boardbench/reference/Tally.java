package org.boardbench.reference;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/**
 * Counts for {@link Counts}, of all messages and of each class. Used by the server's thread alone.
 */
final class Tally {
  private final long delayNs;
  private final Map<Fault, Long> faults = new EnumMap<>(Fault.class);

  /** By the class's letter; none of a class that no message has had. */
  private final Book[] books = new Book[MessageClass.LETTERS];

  /** What is kept is the time over the delay: three digits of that are exact to the microsecond. */
  private final Histogram overtimeNs = new Histogram(3);

  private long deliveries;
  private long messages;
  private long made;
  private long cut;

  /** What is counted of one class. */
  private static final class Book {
    private final Map<Fault, Long> faults = new EnumMap<>(Fault.class);
    private long deliveries;
    private long messages;
    private long made;

    Counts.OfClass counts() {
      return new Counts.OfClass(deliveries, messages, made, Map.copyOf(faults));
    }
  }

  Tally(long delayNs) {
    this.delayNs = delayNs;
  }

  /** So many deliveries are due by now, of all classes. */
  long deliveries() {
    return deliveries;
  }

  /** The number of the first of {@code more} deliveries, counted from 1. */
  long deliveries(int more, char messageClass) {
    long first = deliveries + 1;
    deliveries += more;
    book(messageClass).deliveries += more;
    return first;
  }

  /** The number of one more message for a board, counted from 1. */
  long message(char messageClass) {
    messages++;
    book(messageClass).messages++;
    return messages;
  }

  /** So many deliveries were handed to their receivers' connections. */
  void made(int more, char messageClass) {
    made += more;
    book(messageClass).made += more;
  }

  /** A fault has ended a connection. */
  void cut() {
    cut++;
  }

  /** Of no message. */
  void happened(Fault fault) {
    faults.merge(fault, 1L, Long::sum);
  }

  /** Of a message, or of one of its deliveries. */
  void happened(Fault fault, char messageClass) {
    happened(fault);
    book(messageClass).faults.merge(fault, 1L, Long::sum);
  }

  private Book book(char messageClass) {
    if (books[messageClass] == null) {
      books[messageClass] = new Book();
    }
    return books[messageClass];
  }

  /**
   * Records how long a delivery was kept.
   *
   * @param heldNs the delay or more
   */
  void held(long heldNs) {
    overtimeNs.recordValue(heldNs - delayNs);
  }

  void reset() {
    deliveries = 0;
    messages = 0;
    made = 0;
    cut = 0;
    faults.clear();
    Arrays.fill(books, null);
    overtimeNs.reset();
  }

  Counts counts() {
    return new Counts(
        deliveries, messages, made, cut, Map.copyOf(faults), heldTimes(), ofClasses());
  }

  private Map<String, Counts.OfClass> ofClasses() {
    Map<String, Counts.OfClass> classes = new TreeMap<>();
    for (char letter = 0; letter < books.length; letter++) {
      if (books[letter] != null) {
        classes.put(MessageClass.key(letter), books[letter].counts());
      }
    }
    return classes;
  }

  private Counts.HeldTimes heldTimes() {
    long count = overtimeNs.getTotalCount();
    if (count == 0) {
      return new Counts.HeldTimes(0, 0, 0, 0);
    }
    return new Counts.HeldTimes(
        count,
        delayNs + overtimeNs.getValueAtPercentile(50),
        delayNs + overtimeNs.getValueAtPercentile(99),
        delayNs + overtimeNs.getMaxValue());
  }
}
