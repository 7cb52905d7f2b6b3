package org.boardbench.scenario.behaviour;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The messages of a trace in the order of their times, no two of which are the same. */
public record TraceMessages(List<TraceMessage> list) {
  static final String HEADER = "at_ms,class,bytes";
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
      lastNs = Math.max(lastNs + 1, message.atNs());
      apart.add(new TraceMessage(lastNs, message.messageClass(), message.bytes()));
    }
    if (list.isEmpty() || list.getLast().atNs() == list.getFirst().atNs()) {
      throw new IllegalArgumentException("a trace needs messages of two times");
    }
    list = List.copyOf(apart);
  }

  /** After the last message it pauses as it does in the mean, and begins again. */
  long lengthNs() {
    long firstNs = list.getFirst().atNs();
    long lastNs = list.getLast().atNs();
    return lastNs + Math.max(1, (lastNs - firstNs) / (list.size() - 1));
  }

  /** As a file has it. */
  public String csv() {
    StringBuilder text = new StringBuilder(HEADER).append('\n');
    for (TraceMessage message : list) {
      text.append(
              BigDecimal.valueOf(message.atNs(), NS_DIGITS_OF_MS)
                  .stripTrailingZeros()
                  .toPlainString())
          .append(',')
          .append(message.messageClass().key())
          .append(',')
          .append(message.bytes())
          .append('\n');
    }
    return text.toString();
  }
}
