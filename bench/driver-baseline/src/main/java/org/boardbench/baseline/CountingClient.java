package org.boardbench.baseline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.boardbench.sut.process.ProcessSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client that counts deliveries and keeps no account: {@code epoll_client.c}, or whatever takes
 * its arguments and prints its line of JSON.
 *
 * @param name for messages
 * @param program its command line before the arguments, {@code options} what follows them
 */
record CountingClient(String name, List<String> program, List<String> options) {
  /** Beyond warm-up and hold: joining thousands of users, and waiting for what is lost. */
  private static final Duration GRACE = Duration.ofMinutes(1);

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  CountingClient {
    program = List.copyOf(program);
    options = List.copyOf(options);
  }

  /** Puts {@code load} on the server at {@code port}. */
  Figures measure(ProcessSet processes, Load load, Settings settings, int port, Path output)
      throws MeasurementException, IOException, InterruptedException {
    List<String> command = new ArrayList<>(program);
    command.add(Integer.toString(load.users()));
    command.add(Integer.toString(load.boards()));
    command.add(Integer.toString(Load.RATE_PER_USER));
    command.add(Integer.toString(Load.PAYLOAD_BYTES));
    command.add(Long.toString(settings.warmUp().toSeconds()));
    command.add(Long.toString(settings.hold().toSeconds()));
    command.add(Integer.toString(port));
    command.addAll(options);
    try (PinnedProcess client =
        PinnedProcess.start(processes, name, settings.clientCpu(), command, output)) {
      client.awaitSuccess(settings.warmUp().plus(settings.hold()).plus(GRACE));
      return figures(Files.readString(output), client.usage());
    }
  }

  static Figures figures(String output, PinnedProcess.Usage usage) throws MeasurementException {
    JsonNode json;
    try {
      json = MAPPER.readTree(output);
    } catch (JacksonException e) {
      throw new MeasurementException("not the line of a client: " + output.strip());
    }
    return new Figures(
        json.path("deliveries").asDouble() / json.path("seconds").asDouble(),
        json.path("lost").asLong(),
        json.path("cpu_pct").asDouble(),
        number(json.path("sys_pct")),
        OptionalDouble.of(json.path("frames_per_read").asDouble()),
        OptionalDouble.of(json.path("rtt_p50_us").asDouble() / 1e3),
        OptionalDouble.of(json.path("rtt_p99_us").asDouble() / 1e3),
        usage,
        Optional.empty(),
        "",
        Arrivals.UNKNOWN,
        OptionalDouble.empty());
  }

  private static OptionalDouble number(JsonNode value) {
    return value.isNumber() ? OptionalDouble.of(value.asDouble()) : OptionalDouble.empty();
  }
}
