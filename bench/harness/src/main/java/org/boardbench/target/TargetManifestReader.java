package org.boardbench.target;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.boardbench.plan.PlanException;
import org.boardbench.plan.Problem;
import org.boardbench.protocol.Protocols;
import org.boardbench.target.RunningTarget.TrafficMetrics;
import org.boardbench.target.TargetManifest.CompanionManifest;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/**
 * Reads {@code targets/<name>/target.yaml}, strictly: an unknown or missing key, a wrong type, a
 * value out of bounds or an unknown placeholder is a problem, and all of them are reported at once.
 *
 * <pre>{@code
 * title: Node ws                  # for tables and figures
 * protocol: raw                   # raw | stomp: how the driver speaks to it
 * endpoint:
 *   path: /ws                     # where virtual users connect
 *   health: /health               # HTTP GET → 200 once ready
 * requires: { node: 20, npm: 9 }  # optional; java | maven | node | npm | python → oldest usable
 *                                 # major or major.minor version, checked before anything is built
 * build:                          # optional; run in order in this folder, when inputs have changed
 *   - [npm, ci, --omit=dev]
 * inputs: [package.json, src/**]  # optional; globs of the files whose content decides whether to
 *                                 # build; default: every file here that git does not ignore
 * outputs: [node_modules/ws]      # optional; what a build makes, removed before it and there after
 *                                 # it; words of start below target/, node_modules/ and .venv/ are
 *                                 # known anyway
 * start: [node, server.js]        # the server, in the foreground
 * environment: { PORT: "{port}" } # optional; beside what every server gets
 * parameters:                     # optional; --set name.parameter=value replaces a default
 *   workers: { default: 2, min: 1, max: 64, description: "…" }        # a whole number
 *   gc: { default: g1, values: [g1, zgc] }                            # one of
 *   heap: { default: 512m }                                           # any text
 * companions:                     # optional; started before the server, measured apart
 *   redis:
 *     start: [redis-server, --port, "{port}"]
 *     image: redis:7.0-bookworm   # optional; its container's, where start is the command
 *     ready: tcp                  # ready once it accepts connections on its port
 *     metrics: redis-info         # optional; traffic from Redis' INFO
 *     versions: { redis: [redis-server, --version] }                  # optional
 * image: { context: ../.. }       # optional; what the folder's Dockerfile may copy from; default:
 *                                 # the folder
 * versions:                       # optional; name → command; the first thing in its output that
 *   node: [node, --version]       # looks like a version, else its first line, goes to run.json
 * }</pre>
 *
 * <p>Commands are lists of words, started without a shell, in the target's folder. The JDK that the
 * harness runs on is their {@code JAVA_HOME} and comes first on their {@code PATH}, then the
 * project's {@code .tools/bin}. Of the user's own environment they get what {@link
 * AllowedVariables} lets through. Placeholders: {@code {folder}} and {@code {jdk}} everywhere; in
 * {@code start} and {@code environment} also {@code {port}}, {@code {<companion>.port}} and every
 * parameter; in a companion's {@code start} also {@code {port}} (its own) and every parameter.
 */
public final class TargetManifestReader {
  static final String FILE_NAME = "target.yaml";

  private static final Pattern TARGET_NAME = Pattern.compile("[a-z0-9][a-z0-9-]*");
  private static final Set<String> EVERYWHERE = Set.of(Placeholders.FOLDER, Placeholders.JDK);

  private final Path folder;
  private final String name;
  private final List<Problem> problems = new ArrayList<>();

  private TargetManifestReader(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
    this.name = this.folder.getFileName().toString();
  }

  /**
   * Reads the manifest of the target in {@code folder}.
   *
   * @throws PlanException with every problem, each under a key such as {@code node-ws/target.yaml:
   *     endpoint.path}
   */
  public static TargetManifest read(Path folder) throws PlanException {
    return new TargetManifestReader(folder).read();
  }

  private TargetManifest read() throws PlanException {
    TargetManifest manifest = manifest(load());
    if (!problems.isEmpty()) {
      throw new PlanException(problems);
    }
    return manifest;
  }

  private Object load() throws PlanException {
    // Failsafe: every scalar is text, so that a version of 3.10 does not become the number 3.1.
    LoadSettings settings =
        LoadSettings.builder()
            .setSchema(new FailsafeSchema())
            .setTagConstructors(Map.of(Tag.NULL, emptyFile -> null))
            .build();
    try {
      return new Load(settings).loadFromString(Files.readString(folder.resolve(FILE_NAME)));
    } catch (IOException unreadable) {
      throw new PlanException(List.of(new Problem(file(), "cannot be read: " + unreadable)));
    } catch (YamlEngineException malformed) {
      String reason = malformed.getMessage().strip().replaceAll("\\s*\\R\\s*", " ");
      throw new PlanException(List.of(new Problem(file(), "is not YAML: " + reason)));
    }
  }

  private TargetManifest manifest(Object yaml) {
    YamlMapping root = new YamlMapping(yaml, file() + ": ", problems);
    if (!TARGET_NAME.matcher(name).matches()) {
      root.problem("", "the folder's name must be of a-z, 0-9 and -, was \"" + name + "\"");
    }
    Map<String, Parameter> parameters = parameters(root.optionalMapping("parameters"));
    Map<String, CompanionManifest> companions =
        companions(root.optionalMapping("companions"), parameters.keySet());
    YamlMapping endpoint = root.mapping("endpoint");
    TargetManifest manifest =
        new TargetManifest(
            name,
            folder,
            root.filledText("title"),
            root.word("protocol", Protocols.names()),
            urlPath(endpoint, "path"),
            urlPath(endpoint, "health"),
            requires(root.optionalMapping("requires")),
            root.optionalCommands("build"),
            root.optionalWords("inputs"),
            outputs(root),
            root.words("start"),
            root.optionalTexts("environment"),
            parameters,
            companions,
            imageContext(root.optionalMapping("image")),
            root.optionalNamedCommands("versions"));
    endpoint.rejectOthers();
    root.rejectOthers();
    checkPlaceholders(root, manifest);
    return manifest;
  }

  private static String urlPath(YamlMapping endpoint, String key) {
    String path = endpoint.text(key);
    boolean isText = endpoint.raw(key).filter(String.class::isInstance).isPresent();
    if (isText && !path.startsWith("/")) {
      endpoint.problem(key, "must begin with /, was \"" + path + "\"");
    }
    return path;
  }

  private static List<String> outputs(YamlMapping root) {
    List<String> outputs = root.optionalWords("outputs");
    for (String output : outputs) {
      Path path = Path.of(output).normalize();
      if (path.isAbsolute() || path.startsWith("..") || path.toString().isEmpty()) {
        root.problem("outputs", "must be paths below the folder, was \"" + output + "\"");
      }
    }
    return outputs;
  }

  private Path imageContext(YamlMapping image) {
    Path context = folder.resolve(image.textOr("context", ".")).normalize();
    if (!Files.isDirectory(context)) {
      image.problem("context", "must be a folder, was \"" + context + "\"");
    }
    image.rejectOthers();
    return context;
  }

  private static Map<Tool, ToolVersion> requires(YamlMapping requires) {
    Map<Tool, ToolVersion> read = new EnumMap<>(Tool.class);
    for (String key : requires.keys()) {
      String text = requires.text(key);
      Optional<Tool> tool = Tool.ofKey(key);
      Optional<ToolVersion> version = ToolVersion.parse(text);
      if (tool.isEmpty()) {
        requires.problem(key, "unknown tool; known: " + Tool.keys());
      }
      if (version.isEmpty() && requires.raw(key).orElse("") instanceof String) {
        requires.problem(key, "must be a version such as 20 or 3.11, was \"" + text + "\"");
      }
      tool.ifPresent(known -> version.ifPresent(oldest -> read.put(known, oldest)));
    }
    return read;
  }

  private static Map<String, Parameter> parameters(YamlMapping parameters) {
    Map<String, Parameter> read = new LinkedHashMap<>();
    for (String key : parameters.names()) {
      if (EVERYWHERE.contains(key) || key.equals(Placeholders.PORT)) {
        parameters.problem(key, "is a placeholder of its own; choose another name");
      }
      read.put(key, parameter(parameters, key));
    }
    return read;
  }

  private static Parameter parameter(YamlMapping parameters, String key) {
    YamlMapping fields = parameters.mapping(key);
    String standard = fields.text("default");
    String description = fields.textOr("description", "");
    Parameter parameter;
    if (fields.has("values")) {
      parameter = new Parameter.Choice(standard, fields.words("values"), description);
    } else if (fields.has("min") || fields.has("max")) {
      parameter =
          new Parameter.Whole(standard, fields.whole("min"), fields.whole("max"), description);
    } else {
      parameter = new Parameter.Text(standard, description);
    }
    if (fields.has("default")) {
      parameter.objection(standard).ifPresent(text -> fields.problem("default", text));
    }
    fields.rejectOthers();
    return parameter;
  }

  private static Map<String, CompanionManifest> companions(
      YamlMapping companions, Set<String> parameters) {
    Map<String, CompanionManifest> read = new LinkedHashMap<>();
    for (String key : companions.names()) {
      if (key.equals(RunningTarget.SERVER) || key.equals(ResourceSampler.DRIVER)) {
        companions.problem(key, "is a component of its own; choose another name");
      }
      YamlMapping fields = companions.mapping(key);
      fields.word("ready", List.of("tcp"));
      CompanionManifest companion =
          new CompanionManifest(
              fields.words("start"),
              fields.has("image") ? Optional.of(fields.filledText("image")) : Optional.empty(),
              metrics(fields),
              fields.optionalNamedCommands("versions"));
      fields.rejectOthers();
      Set<String> known = new TreeSet<>(parameters);
      known.addAll(EVERYWHERE);
      known.add(Placeholders.PORT);
      checkPlaceholders(fields, "start", companion.start(), known);
      companion
          .versions()
          .forEach(
              (of, command) -> checkPlaceholders(fields, "versions." + of, command, EVERYWHERE));
      read.put(key, companion);
    }
    return read;
  }

  private static Optional<TrafficMetrics.Kind> metrics(YamlMapping companion) {
    if (!companion.has("metrics")) {
      return Optional.empty();
    }
    companion.word("metrics", List.of("redis-info"));
    return Optional.of(TrafficMetrics.Kind.REDIS_INFO);
  }

  private static void checkPlaceholders(YamlMapping root, TargetManifest manifest) {
    Set<String> known = new TreeSet<>(manifest.parameters().keySet());
    known.addAll(EVERYWHERE);
    known.add(Placeholders.PORT);
    manifest.companions().keySet().forEach(companion -> known.add(Placeholders.portOf(companion)));
    checkPlaceholders(root, "start", manifest.start(), known);
    manifest
        .environment()
        .forEach(
            (key, value) -> checkPlaceholders(root, "environment." + key, List.of(value), known));
    for (int i = 0; i < manifest.build().size(); i++) {
      checkPlaceholders(root, "build[" + i + "]", manifest.build().get(i), EVERYWHERE);
    }
    manifest
        .versions()
        .forEach((of, command) -> checkPlaceholders(root, "versions." + of, command, EVERYWHERE));
  }

  private static void checkPlaceholders(
      YamlMapping fields, String key, Collection<String> texts, Set<String> known) {
    for (String placeholder : Placeholders.names(texts)) {
      if (!known.contains(placeholder)) {
        fields.problem(
            key,
            "unknown placeholder {"
                + placeholder
                + "}; known here: "
                + String.join(", ", new TreeSet<>(known)));
      }
    }
  }

  private String file() {
    return name + "/" + FILE_NAME;
  }
}
