package org.boardbench.scenario.trace;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The messages of a trace in the order of their times, no two of which are the same. */
public record TraceMessages(List<TraceMessage> list) {
  private static final int NS_DIGITS_OF_MS = 6;

  /**
   * @param list in the order of their times; those of one time are put a nanosecond apart
   * @throws IllegalArgumentException when it does not last, or the times descend
   */
  public TraceMessages {
    List<TraceMessage> apart = new ArrayList<>();
    long lastNs = -1;
    for (TraceMessage message : list) {
      if (!apart.isEmpty() && message.atNs() < list.get(apart.size() - 1).atNs()) {
        throw new IllegalArgumentException("times descend");
      }
      long atNs = Math.max(lastNs + 1, message.atNs());
      // A message of one moment stays one.
      long firstNs = atNs - message.sinceFirstPointNs();
      apart.add(new TraceMessage(atNs, firstNs, message.messageClass(), message.bytes()));
      lastNs = atNs;
    }
    if (list.isEmpty() || list.getLast().atNs() == list.getFirst().atNs()) {
      throw new IllegalArgumentException("a trace needs messages of two times");
    }
    list = List.copyOf(apart);
  }

  /** After the last message it pauses as it does in the mean, and begins again. */
  public long lengthNs() {
    long firstNs = list.getFirst().atNs();
    long lastNs = list.getLast().atNs();
    return lastNs + Math.max(1, (lastNs - firstNs) / (list.size() - 1));
  }

  /** As a file has it, with first points only where some message has one of its own. */
  public String csv() {
    boolean hasPoints = list.stream().anyMatch(message -> message.sinceFirstPointNs() > 0);
    StringBuilder text = new StringBuilder(String.join(",", TraceKeys.of(hasPoints))).append('\n');
    for (TraceMessage message : list) {
      text.append(ms(message.atNs()))
          .append(',')
          .append(message.messageClass().key())
          .append(',')
          .append(message.bytes());
      if (hasPoints) {
        text.append(',').append(ms(message.firstPointNs()));
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static String ms(long ns) {
    return BigDecimal.valueOf(ns, NS_DIGITS_OF_MS).stripTrailingZeros().toPlainString();
  }
}
