package org.boardbench.clients.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a client counted, as its {@code counts.json} has it. Empty = it cannot know.
 *
 * @param holdStartMs when its hold began, wall clock
 * @param sent messages of the hold
 * @param expected deliveries of these, by the members that it had on each board
 * @param received deliveries of these that it took
 * @param receivedInAll deliveries that it took, ramp included
 */
public record ClientCounts(
    double holdStartMs,
    OptionalLong connected,
    OptionalLong connectFailures,
    OptionalLong disconnects,
    OptionalLong sent,
    OptionalLong expected,
    OptionalLong received,
    OptionalLong receivedInAll) {
  static final String FILE_NAME = "counts.json";

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final String HOLD_START = "hold_start_ms";
  private static final Set<String> KEYS =
      new TreeSet<>(
          Set.of(
              HOLD_START,
              "connected",
              "connect_failures",
              "disconnects",
              "sent",
              "expected",
              "received",
              "received_in_all"));

  /**
   * Reads the file in {@code folder}: a JSON object with {@code hold_start_ms} and any of the other
   * keys, each a whole number or null.
   *
   * @throws ClientFailure when it is missing or is something else
   */
  static ClientCounts read(Path folder) throws ClientFailure {
    Path file = folder.resolve(FILE_NAME);
    try {
      return of(MAPPER.readTree(Files.readString(file)));
    } catch (JacksonException e) {
      throw new ClientFailure(FILE_NAME + " is no JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new ClientFailure("the client left no " + FILE_NAME + " that can be read");
    }
  }

  private static ClientCounts of(JsonNode json) throws ClientFailure {
    if (!json.isObject()) {
      throw new ClientFailure(FILE_NAME + " must have a JSON object");
    }
    for (String key : json.propertyNames()) {
      if (!KEYS.contains(key)) {
        throw new ClientFailure(
            "%s: unknown key %s; known: %s".formatted(FILE_NAME, key, String.join(", ", KEYS)));
      }
    }
    JsonNode holdStart = json.path(HOLD_START);
    if (!holdStart.isNumber()) {
      throw new ClientFailure(FILE_NAME + ": " + HOLD_START + " must be a time in ms");
    }
    return new ClientCounts(
        holdStart.asDouble(),
        count(json, "connected"),
        count(json, "connect_failures"),
        count(json, "disconnects"),
        count(json, "sent"),
        count(json, "expected"),
        count(json, "received"),
        count(json, "received_in_all"));
  }

  private static OptionalLong count(JsonNode json, String key) throws ClientFailure {
    JsonNode value = json.path(key);
    if (value.isMissingNode() || value.isNull()) {
      return OptionalLong.empty();
    }
    // Some write a whole number with a point.
    if (!value.isNumber()
        || value.asDouble() < 0
        || value.asDouble() != Math.rint(value.asDouble())) {
      throw new ClientFailure(
          "%s: %s must be a whole number of at least 0, or null, was %s"
              .formatted(FILE_NAME, key, value));
    }
    return OptionalLong.of((long) value.asDouble());
  }
}
