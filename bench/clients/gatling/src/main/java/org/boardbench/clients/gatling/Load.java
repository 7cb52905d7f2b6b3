package org.boardbench.clients.gatling;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What is asked for, from the environment.
 *
 * @param intervalMs between two messages of a user
 * @param payload bytes of a message
 * @param output the folder for what was found
 */
record Load(
    String url,
    int users,
    int boards,
    double intervalMs,
    int payload,
    Duration ramp,
    Duration hold,
    Duration drain,
    Path output) {
  static Load asked() {
    return new Load(
        variable("TARGET"),
        Integer.parseInt(variable("USERS")),
        Integer.parseInt(variable("BOARDS")),
        1000 / Double.parseDouble(variable("RATE")),
        Integer.parseInt(variable("PAYLOAD")),
        Duration.ofMillis(Long.parseLong(variable("RAMP"))),
        Duration.ofMillis(Long.parseLong(variable("HOLD"))),
        Duration.ofMillis(Long.parseLong(variable("DRAIN"))),
        Path.of(variable("OUTPUT")));
  }

  private static String variable(String name) {
    String value = System.getenv(name);
    if (value == null) {
      throw new IllegalArgumentException("missing in the environment: " + name);
    }
    return value;
  }
}
