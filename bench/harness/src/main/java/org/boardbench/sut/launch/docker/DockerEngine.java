package org.boardbench.sut.launch.docker;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.boardbench.host.command.CommandRun;
import org.boardbench.host.command.HostEnvironment;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Short questions and orders to the engine of this machine. Nothing here starts a server. */
final class DockerEngine {
  static final String PROGRAM = "docker";

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final Pattern PREFIX = Pattern.compile("^(ERROR: |Error: )+");

  private static final String NO_ANSWER = "the engine does not answer in time";

  private final HostEnvironment host;

  DockerEngine(HostEnvironment host) {
    this.host = host.forDocker();
  }

  /** Why no container can be started; empty when the engine answers. */
  Optional<String> problem() throws InterruptedException {
    if (host.which(PROGRAM).isEmpty()) {
      return Optional.of("there is no program docker");
    }
    Optional<CommandRun> run = run("version", "--format", "{{.Server.Version}}");
    if (run.isEmpty()) {
      return Optional.of(NO_ANSWER);
    }
    return run.get().succeeded()
        ? Optional.empty()
        : Optional.of("no engine answers: " + reason(run.get()));
  }

  /** What the engine has under this name, as {@code docker image inspect} tells it. */
  Optional<JsonNode> image(String name) throws InterruptedException {
    return inspect("image", name);
  }

  /** What the engine says of a container that runs or has ended. */
  Optional<JsonNode> container(String name) throws InterruptedException {
    return inspect("container", name);
  }

  /** The names of all containers that carry {@code label}, with its value. */
  List<Labelled> containersWith(String label) throws InterruptedException {
    String format = "{{.Names}} {{.Label \"" + label + "\"}}";
    return run("ps", "--all", "--filter", "label=" + label, "--format", format)
        .filter(CommandRun::succeeded)
        .stream()
        .flatMap(run -> run.printed().lines())
        .map(line -> line.split(" ", 2))
        .filter(words -> words.length == 2)
        .map(words -> new Labelled(words[0], words[1]))
        .toList();
  }

  /** A container, and the value of the label that was asked for. */
  record Labelled(String name, String value) {}

  /**
   * Ends a container if need be, and removes it with its volumes.
   *
   * @return what went wrong; empty when it is gone, or never was
   */
  Optional<String> remove(String name) throws InterruptedException {
    Optional<CommandRun> run = run("rm", "--force", "--volumes", name);
    if (run.isEmpty()) {
      return Optional.of(NO_ANSWER);
    }
    boolean gone = run.get().succeeded() || run.get().output().contains("No such container");
    return gone ? Optional.empty() : Optional.of(reason(run.get()));
  }

  /** Any other question; empty when there is no answer in time. */
  Optional<CommandRun> run(String... words) throws InterruptedException {
    List<String> command = new ArrayList<>(List.of(PROGRAM));
    command.addAll(List.of(words));
    return CommandRun.of(command, host.root(), host.variables());
  }

  private Optional<JsonNode> inspect(String kind, String name) throws InterruptedException {
    return run(kind, "inspect", "--format", "{{json .}}", name)
        .filter(CommandRun::succeeded)
        .flatMap(run -> json(run.printed()));
  }

  /** The line that holds it. */
  private static Optional<JsonNode> json(String output) {
    try {
      return output.lines().filter(line -> line.startsWith("{")).findFirst().map(MAPPER::readTree);
    } catch (JacksonException broken) {
      return Optional.empty();
    }
  }

  private static String reason(CommandRun run) {
    String last = run.output().lines().reduce("", (before, line) -> line.isBlank() ? before : line);
    return PREFIX.matcher(last.strip()).replaceFirst("");
  }
}
