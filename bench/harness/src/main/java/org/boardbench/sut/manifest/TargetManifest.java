package org.boardbench.sut.manifest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boardbench.host.command.AllowedVariables;
import org.boardbench.host.sampling.Component;
import org.boardbench.host.sampling.TrafficMetrics;
import org.boardbench.input.InputException;
import org.boardbench.input.Problem;
import org.boardbench.sut.tools.Tool;
import org.boardbench.sut.tools.ToolVersion;

/**
 * A {@code target.yaml}, checked: how to build, start and recognize one server. {@link
 * TargetManifestReader} documents the file. Maps keep the file's order. Commands and environment
 * values still carry their {@code {placeholders}}.
 *
 * @param name the folder's name, by which experiments and results call it
 * @param requires tools that must be there before it is built, with their oldest usable version
 * @param versions name → command that prints it
 * @param replicas how many of its servers are started
 */
public record TargetManifest(
    String name,
    Path folder,
    String title,
    Service service,
    Map<Tool, ToolVersion> requires,
    Build build,
    Start start,
    Map<String, Parameter> parameters,
    Map<String, CompanionManifest> companions,
    Map<String, List<String>> versions,
    Replicas replicas) {
  /** What its folder has when it can be a container. */
  public static final String DOCKERFILE = "Dockerfile";

  public TargetManifest {
    requires = ordered(requires);
    parameters = ordered(parameters);
    companions = ordered(companions);
    versions = ordered(versions);
  }

  /** Of one server. */
  public TargetManifest(
      String name,
      Path folder,
      String title,
      Service service,
      Map<Tool, ToolVersion> requires,
      Build build,
      Start start,
      Map<String, Parameter> parameters,
      Map<String, CompanionManifest> companions,
      Map<String, List<String>> versions) {
    this(
        name,
        folder,
        title,
        service,
        requires,
        build,
        start,
        parameters,
        companions,
        versions,
        Replicas.ONE);
  }

  /**
   * How it is spoken to.
   *
   * @param protocol the name of one that the driver speaks, e.g. {@code raw}
   * @param path where virtual users connect, e.g. {@code /ws}
   * @param health what answers 200 when the server is ready, e.g. {@code /health}
   * @param through the companion whose port users connect to, which hands on to the server; empty
   *     where they connect to the server itself
   * @param history the parameter that says how much of its last messages a board keeps for
   *     newcomers, none where it is 0; empty where no board keeps any
   * @param joinedBy the companion through which several of its servers share boards; empty where
   *     each has boards of its own
   */
  public record Service(
      String protocol,
      String path,
      String health,
      Optional<String> through,
      Optional<String> history,
      Optional<String> joinedBy) {
    /** Whose boards are in one server. */
    public Service(
        String protocol,
        String path,
        String health,
        Optional<String> through,
        Optional<String> history) {
      this(protocol, path, health, through, history, Optional.empty());
    }
  }

  /**
   * How many of its servers are started.
   *
   * @param number at least 1
   * @param balancer what users connect to, which hands them on to the servers; empty where they
   *     connect to these themselves
   */
  public record Replicas(int number, Optional<Balancer> balancer) {
    /** A server alone. */
    public static final Replicas ONE = new Replicas(1, Optional.empty());
  }

  /**
   * What hands users on to servers: a companion, which is started after them.
   *
   * @param name the companion's
   * @param requires tools that it needs
   */
  public record Balancer(
      String name, CompanionManifest companion, Map<Tool, ToolVersion> requires) {
    /** Stands in its start for the servers' addresses, with spaces between them. */
    static final String REPLICAS = "replicas";

    /** Stands in its start for the path of their health check. */
    static final String HEALTH = "health";

    public Balancer {
      requires = ordered(requires);
    }

    /**
     * The values of its placeholders.
     *
     * @param addresses of the servers, e.g. {@code 127.0.0.1:8080}
     */
    public static Map<String, String> values(List<String> addresses, String health) {
      return Map.of(REPLICAS, String.join(" ", addresses), HEALTH, health);
    }
  }

  /**
   * How it is made.
   *
   * @param commands run in order in the folder; none when there is nothing to build
   * @param inputs globs of the files that decide whether to build; none = every file of the folder
   * @param outputs files or folders that a build makes, beside those that the start names
   * @param imageContext the folder that its {@code Dockerfile} may copy from
   */
  public record Build(
      List<List<String>> commands, List<String> inputs, List<String> outputs, Path imageContext) {
    public Build {
      commands = List.copyOf(commands);
      inputs = List.copyOf(inputs);
      outputs = List.copyOf(outputs);
    }
  }

  /**
   * How it is started.
   *
   * @param environment what the server gets beside the environment that every server has
   */
  public record Start(List<String> command, Map<String, String> environment) {
    public Start {
      command = List.copyOf(command);
      environment = ordered(environment);
    }

    /** Whether it can be told on which address to listen. */
    public boolean listensWhereTold() {
      List<String> texts = new ArrayList<>(command);
      texts.addAll(environment.values());
      return Placeholders.names(texts).contains(Placeholders.HOST);
    }

    /** The same with {@code values} filled in; what they lack stays a placeholder. */
    public Map<String, String> environment(Map<String, String> values) {
      Map<String, String> filled = new LinkedHashMap<>();
      environment.forEach((key, value) -> filled.put(key, Placeholders.fill(value, values)));
      return filled;
    }
  }

  /**
   * A program that the server needs beside it, on a port of its own; it is ready once it accepts
   * connections.
   *
   * @param image of its container, in which {@code start} is the command; empty when it has none
   */
  public record CompanionManifest(
      List<String> start,
      Optional<String> image,
      Optional<TrafficMetrics.Kind> metrics,
      Map<String, List<String>> versions) {
    public CompanionManifest {
      start = List.copyOf(start);
      versions = ordered(versions);
    }

    /** Whether it can be told on which address to listen. */
    public boolean listensWhereTold() {
      return Placeholders.names(start).contains(Placeholders.HOST);
    }
  }

  /**
   * A value for every parameter: {@code overrides} where given, else the default.
   *
   * @throws InputException naming every override that is unknown or out of bounds
   */
  public Map<String, String> values(Map<String, String> overrides) throws InputException {
    List<Problem> problems = objections(overrides);
    if (!problems.isEmpty()) {
      throw new InputException(problems);
    }
    Map<String, String> values = new LinkedHashMap<>();
    parameters.forEach(
        (key, parameter) -> values.put(key, overrides.getOrDefault(key, parameter.defaultValue())));
    return Collections.unmodifiableMap(values);
  }

  /** The same with several servers, or with a balancer in front of it. */
  public TargetManifest with(Replicas several) {
    Map<String, CompanionManifest> all = new LinkedHashMap<>(companions);
    several.balancer().ifPresent(balancer -> all.put(balancer.name(), balancer.companion()));
    return new TargetManifest(
        name, folder, title, service, requires, build, start, parameters, all, versions, several);
  }

  /** Whether a companion is what hands users on to several servers. */
  public boolean isBalancer(String companion) {
    return replicas.balancer().filter(one -> one.name().equals(companion)).isPresent();
  }

  /** The program that users connect to: {@code Component.SERVER}, or a companion's name. */
  public String front() {
    return service
        .through()
        .or(() -> replicas.balancer().map(Balancer::name))
        .orElse(Component.SERVER);
  }

  /** Whether that one can be told on which address to listen. */
  public boolean frontListensWhereTold() {
    String front = front();
    return front.equals(Component.SERVER)
        ? start.listensWhereTold()
        : companions.get(front).listensWhereTold();
  }

  /** The tools without which it cannot run here: its own, and its balancer's. */
  public Map<Tool, ToolVersion> needs() {
    Map<Tool, ToolVersion> needs = new LinkedHashMap<>(requires);
    replicas.balancer().ifPresent(balancer -> needs.putAll(balancer.requires()));
    return ordered(needs);
  }

  /** The placeholders of all hosts, where its programs are on one; for the caller to add to. */
  public Map<String, String> onOneHost(String host) {
    Map<String, String> hosts = new LinkedHashMap<>();
    hosts.put(Placeholders.HOST, host);
    companions.keySet().forEach(name -> hosts.put(Placeholders.hostOf(name), host));
    return hosts;
  }

  /** Why users cannot ask for a board's history with these parameters; empty where they can. */
  public Optional<String> historyObjection(Map<String, String> overrides) {
    if (service.history().isEmpty()) {
      return Optional.of("keeps no history");
    }
    String parameter = service.history().get();
    String value = overrides.getOrDefault(parameter, parameters.get(parameter).defaultValue());
    return value.equals("0")
        ? Optional.of("keeps no history while its parameter " + parameter + " is 0")
        : Optional.empty();
  }

  /** What of the user's environment the tools that it requires need. */
  public AllowedVariables variables() {
    return requires.keySet().stream()
        .map(Tool::variables)
        .reduce(AllowedVariables.NONE, AllowedVariables::and);
  }

  /** What is wrong with {@code overrides}, each under the key {@code target.parameter}. */
  List<Problem> objections(Map<String, String> overrides) {
    List<Problem> problems = new ArrayList<>();
    overrides.forEach((key, value) -> {
      Parameter parameter = parameters.get(key);
      Optional<String> objection =
          parameter == null
              ? Optional.of("unknown parameter; " + known())
              : parameter.objection(value);
      objection.ifPresent(text -> problems.add(new Problem(name + "." + key, text)));
    });
    return problems;
  }

  private String known() {
    return parameters.isEmpty()
        ? name + " has none"
        : name + " has " + String.join(", ", parameters.keySet());
  }

  private static <K, V> Map<K, V> ordered(Map<K, V> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }
}
