package org.boardbench.reference;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a server has done since its start or the last reset.
 *
 * @param deliveries messages times members: what a server without faults would have delivered
 * @param messages for boards that it has read
 * @param made deliveries that it handed to their receivers' connections, duplicates and wrong ones
 *     included
 * @param cut connections that its faults have ended
 * @param faults how often each fault has happened; one that is not here has not
 * @param held how long delayed deliveries were kept
 * @param classes the same of each class of messages, by the letter in its stamps, {@code -} where
 *     they have none; none of a class that no message has had
 */
public record Counts(
    long deliveries,
    long messages,
    long made,
    long cut,
    Map<Fault, Long> faults,
    HeldTimes held,
    Map<String, OfClass> classes) {
  /**
   * From the moment after the read that brought the message to the moment before the write of the
   * delivery, in ns of the monotonic clock. All 0 when nothing was delayed.
   */
  public record HeldTimes(long count, long p50, long p99, long max) {}

  /**
   * What was done with the messages of one class. Faults of connections are in none: no message is
   * what they befall.
   */
  public record OfClass(long deliveries, long messages, long made, Map<Fault, Long> faults) {
    private static final OfClass NONE = new OfClass(0, 0, 0, Map.of());

    /** How often {@code fault} has happened to them. */
    public long done(Fault fault) {
      return faults.getOrDefault(fault, 0L);
    }

    private String json() {
      return "{\"deliveries\":"
          + deliveries
          + ",\"faults\":{"
          + Stream.of(Fault.values())
              .filter(fault -> done(fault) > 0)
              .map(fault -> "\"" + fault.key() + "\":" + done(fault))
              .collect(Collectors.joining(","))
          + "},\"messages\":"
          + messages
          + ",\"made\":"
          + made
          + "}";
    }
  }

  /** How often {@code fault} has happened. */
  public long done(Fault fault) {
    return faults.getOrDefault(fault, 0L);
  }

  /** Of the class with this letter in its stamps, {@code -} for none. */
  public OfClass ofClass(String letter) {
    return classes.getOrDefault(letter, OfClass.NONE);
  }

  /** As {@code GET /counts} says it. */
  public String json() {
    StringBuilder json = new StringBuilder("{\"deliveries\":").append(deliveries);
    json.append(",\"faults\":{");
    json.append(
        Stream.of(Fault.values())
            .map(fault -> "\"" + fault.key() + "\":" + done(fault))
            .collect(Collectors.joining(",")));
    json.append("},\"held_ns\":{\"count\":").append(held.count());
    json.append(",\"p50\":").append(held.p50()).append(",\"p99\":").append(held.p99());
    json.append(",\"max\":").append(held.max()).append("},\"messages\":").append(messages);
    json.append(",\"made\":").append(made).append(",\"cut\":").append(cut).append(",\"classes\":{");
    json.append(
        new TreeMap<>(classes)
            .entrySet().stream()
                .map(one -> "\"" + one.getKey() + "\":" + one.getValue().json())
                .collect(Collectors.joining(",")));
    return json.append("}}").toString();
  }
}
