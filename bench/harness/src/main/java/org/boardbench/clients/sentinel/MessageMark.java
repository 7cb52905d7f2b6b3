package org.boardbench.clients.sentinel;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which message it is, and when it was sent. Other clients say so in fields of their own (wall
 * clock), our driver in its stamp (run clock).
 *
 * @param number counts the sender's messages, one for each interval of its schedule
 * @param dueNs when it was due (run clock); empty where the client does not say
 * @param sentNs run clock
 */
record MessageMark(String sender, long number, OptionalLong dueNs, long sentNs) {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final double NS_PER_MS = 1e6;
  private static final int STAMP_PARTS = 5;
  private static final int NUMBER = 1;
  private static final int PHASE = 2;
  private static final int DUE = 3;
  private static final int SENT = 4;

  /**
   * Reads the mark of a message; empty for a text that has none.
   *
   * @param epoch what the clock on the wall showed at 0 of the run clock
   */
  static Optional<MessageMark> of(String text, Instant epoch) {
    try {
      JsonNode json = MAPPER.readTree(text);
      return json.path("stamp").isString()
          ? ofStamp(json.path("stamp").stringValue())
          : ofFields(json, epoch);
    } catch (JacksonException | NumberFormatException unreadable) {
      return Optional.empty();
    }
  }

  private static Optional<MessageMark> ofStamp(String stamp) {
    List<String> parts = List.of(stamp.split("\\.", -1));
    return parts.size() == STAMP_PARTS
        ? Optional.of(
            new MessageMark(
                parts.getFirst() + "." + parts.get(PHASE),
                Long.parseLong(parts.get(NUMBER)),
                OptionalLong.of(Long.parseLong(parts.get(DUE))),
                Long.parseLong(parts.get(SENT))))
        : Optional.empty();
  }

  private static Optional<MessageMark> ofFields(JsonNode json, Instant epoch) {
    JsonNode number = json.path("seq");
    JsonNode sentMs = json.path("sentMs");
    if (!json.path("userId").isString() || !number.isNumber() || !sentMs.isNumber()) {
      return Optional.empty();
    }
    double sinceMs = sentMs.asDouble() - epoch.getEpochSecond() * 1e3 - epoch.getNano() / NS_PER_MS;
    long sentNs = Math.round(sinceMs * NS_PER_MS);
    return Optional.of(
        new MessageMark(
            json.path("userId").stringValue(), number.asLong(), OptionalLong.empty(), sentNs));
  }

  /**
   * The moment by which it is of a hold or not: our driver counts by when a message was due, others
   * by when it was sent (run clock).
   */
  long countedNs() {
    return dueNs.orElse(sentNs);
  }
}
