package org.boardbench.sut.launch.docker;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.boardbench.sut.manifest.Placeholders;
import tools.jackson.databind.JsonNode;

/**
 * An image that the engine has.
 *
 * @param id the content's hash, {@code sha256:…}
 * @param digests under which registries know it; none for one that was never pushed or pulled
 * @param folder in which its commands start
 * @param environment of its commands
 */
public record DockerImage(
    String name,
    String id,
    List<String> digests,
    String folder,
    Map<String, String> environment,
    Map<String, String> labels) {
  public DockerImage {
    digests = List.copyOf(digests);
    environment = Map.copyOf(environment);
    labels = Map.copyOf(labels);
  }

  /** The image of this name; empty when the engine has none. */
  static Optional<DockerImage> find(DockerEngine engine, String name) throws InterruptedException {
    return engine.image(name).map(json -> of(name, json));
  }

  private static DockerImage of(String name, JsonNode json) {
    JsonNode config = json.path("Config");
    Map<String, String> labels = new HashMap<>();
    config
        .path("Labels")
        .propertyStream()
        .forEach(label -> labels.put(label.getKey(), label.getValue().asString()));
    Map<String, String> environment = new HashMap<>();
    for (String variable : texts(config.path("Env"))) {
      int equals = variable.indexOf('=');
      environment.put(variable.substring(0, equals), variable.substring(equals + 1));
    }
    String folder = config.path("WorkingDir").asString("");
    return new DockerImage(
        name,
        json.path("Id").asString(""),
        texts(json.path("RepoDigests")),
        folder.isEmpty() ? "/" : folder,
        environment,
        labels);
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asString).toList();
  }

  /** What {@code {folder}} and {@code {jdk}} stand for in its commands. */
  Map<String, String> places() {
    return Placeholders.places(folder, environment.getOrDefault("JAVA_HOME", "/usr"));
  }

  /** What the base image says of where it comes from, when it was made on this machine. */
  public Optional<String> localBase() {
    return Optional.ofNullable(labels.get(Labels.BASE));
  }
}
