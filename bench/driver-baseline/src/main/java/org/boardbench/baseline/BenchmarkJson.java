package org.boardbench.baseline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.boardbench.store.origin.GitState;
import org.boardbench.store.origin.RunEnvironment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code driver.json}: {@code format}, {@code run_id}, {@code started}, {@code settings}, {@code
 * environment} and {@code git} as in a run's {@code run.json}, and once all is measured {@code
 * goals}.
 */
final class BenchmarkJson {
  private static final int FORMAT = 1;
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private final Path file;
  private final ObjectNode root = MAPPER.createObjectNode();

  private BenchmarkJson(Path file) {
    this.file = file;
  }

  static BenchmarkJson create(
      Path file, Instant started, Settings settings, RunEnvironment environment, GitState git)
      throws IOException {
    BenchmarkJson json = new BenchmarkJson(file);
    json.root.put("format", FORMAT);
    json.root.put("run_id", file.toAbsolutePath().getParent().getFileName().toString());
    json.root.put("started", started.truncatedTo(ChronoUnit.MILLIS).toString());
    ObjectNode tree = json.root.putObject("settings");
    tree.put("rounds", settings.rounds());
    tree.put("warm_up_s", settings.warmUp().toSeconds());
    tree.put("hold_s", settings.hold().toSeconds());
    tree.put("server_cpu", settings.serverCpu());
    tree.put("client_cpu", settings.clientCpu());
    json.root.set("environment", MAPPER.valueToTree(environment));
    json.root.set("git", MAPPER.valueToTree(git));
    json.write();
    return json;
  }

  void putGoals(List<Goal> cpu, List<Goal> others) throws IOException {
    ArrayNode goals = root.putArray("goals");
    Stream.concat(cpu.stream(), others.stream())
        .forEach(goal -> goals.add(MAPPER.<JsonNode>valueToTree(goal)));
    write();
  }

  private void write() throws IOException {
    Files.writeString(file, MAPPER.writeValueAsString(root) + "\n");
  }
}
