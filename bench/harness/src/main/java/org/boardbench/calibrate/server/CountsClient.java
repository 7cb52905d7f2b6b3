package org.boardbench.calibrate.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.boardbench.core.LoopbackPorts;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a reference server for its counts: {@code GET /counts}, {@code DELETE /counts}. */
public final class CountsClient {
  private static final int TIMEOUT_MS = 5_000;
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final URI counts;

  /**
   * @param endpoint where the users connect; the counts are on the same port
   */
  public CountsClient(URI endpoint) {
    counts = URI.create("http://" + endpoint.getAuthority() + "/counts");
  }

  /**
   * What it has counted since its start or the last reset.
   *
   * @throws CaseFailure when it does not tell
   */
  public ServerCounts counts() {
    try {
      return parse(MAPPER.readTree(ask("GET")));
    } catch (JacksonException e) {
      throw new CaseFailure("the reference server's counts are no JSON: " + e.getOriginalMessage());
    }
  }

  /** Sets all counts to zero. */
  public void reset() {
    ask("DELETE");
  }

  private String ask(String method) {
    try {
      HttpURLConnection connection = LoopbackPorts.open(counts, TIMEOUT_MS);
      connection.setRequestMethod(method);
      try (InputStream answer = connection.getInputStream()) {
        return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
      } finally {
        connection.disconnect();
      }
    } catch (IOException e) {
      throw new CaseFailure("the reference server does not answer " + method + " /counts: " + e);
    }
  }

  private static ServerCounts parse(JsonNode json) {
    Map<String, Long> faults = new HashMap<>();
    json.path("faults")
        .propertyStream()
        .forEach(fault -> faults.put(fault.getKey(), number(fault.getValue(), fault.getKey())));
    JsonNode held = json.path("held_ns");
    return new ServerCounts(
        number(json.path("deliveries"), "deliveries"),
        faults,
        new ServerCounts.HeldTimes(
            number(held.path("count"), "held_ns.count"),
            number(held.path("p50"), "held_ns.p50"),
            number(held.path("p99"), "held_ns.p99"),
            number(held.path("max"), "held_ns.max")));
  }

  private static long number(JsonNode node, String name) {
    if (!node.isIntegralNumber()) {
      throw new CaseFailure("the reference server's counts lack the number " + name);
    }
    return node.asLong();
  }
}
