package org.boardbench.sut.manifest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.boardbench.host.sampling.Component;
import org.boardbench.host.sampling.ResourceSampler;
import org.boardbench.host.sampling.TrafficMetrics;
import org.boardbench.input.InputException;
import org.boardbench.input.Problem;
import org.boardbench.input.Problems;
import org.boardbench.input.YamlMap;
import org.boardbench.protocol.Protocols;
import org.boardbench.sut.manifest.Parameter.Promise;
import org.boardbench.sut.manifest.TargetManifest.Build;
import org.boardbench.sut.manifest.TargetManifest.CompanionManifest;
import org.boardbench.sut.manifest.TargetManifest.Service;
import org.boardbench.sut.manifest.TargetManifest.Start;

/**
 * Reads {@code targets/<name>/target.yaml}, strictly: an unknown or missing key, a wrong type, a
 * value out of bounds or an unknown placeholder is a problem, and all of them are reported at once.
 *
 * <pre>{@code
 * title: Node ws                  # for tables and figures
 * protocol: raw                   # how the driver speaks to it; see the package protocol
 * history: none                   # optional; or the parameter that says how much of its last messages
 *                                 # a board keeps for newcomers who ask, none where it is 0
 * joined-by: redis                # optional; the companion through which several of its servers share
 *                                 # boards; without it a plan can have one replica alone
 * endpoint:
 *   path: /ws                     # where virtual users connect
 *   health: /health               # HTTP GET → 200 once ready
 *   through: nginx                # optional; the companion in front of the server: users and
 *                                 # health checks go to its port
 * requires: { node: 20, npm: 9 }  # optional; tools of ../tools.yaml, or described here, with the
 *                                 # oldest usable major or major.minor version; checked before
 *                                 # anything is built
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
 *   style: { default: full, values: [full, plain], breaks: { plain: [order] } }
 *                                 # breaks: what of the wire contract the server does not keep with
 *                                 # a value: order, slow-readers, every-message
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
 * {@code start} and {@code environment} also {@code {host}} and {@code {port}}, where it listens,
 * {@code {<companion>.host}} and {@code {<companion>.port}}, where it finds a companion, and every
 * parameter; in a companion's {@code start} also {@code {host}} and {@code {port}} (its own),
 * {@code {server.host}}, {@code {server.port}} and every parameter.
 */
public final class TargetManifestReader {
  /** In a target's folder. */
  public static final String FILE_NAME = "target.yaml";

  private static final String NO_HISTORY = "none";
  private static final Pattern TARGET_NAME = Pattern.compile("[a-z0-9][a-z0-9-]*");
  private static final Set<String> EVERYWHERE = Set.of(Placeholders.FOLDER, Placeholders.JDK);

  /** In the start of any program, beside those. */
  private static final Set<String> OF_A_START = Set.of(Placeholders.HOST, Placeholders.PORT);

  private final Path folder;
  private final String name;
  private final Problems problems = new Problems();

  private TargetManifestReader(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
    this.name = this.folder.getFileName().toString();
  }

  /**
   * Reads the manifest of the target in {@code folder}.
   *
   * @throws InputException with every problem, each under a key such as {@code
   *     my-server/target.yaml: endpoint.path}
   */
  public static TargetManifest read(Path folder) throws InputException {
    return new TargetManifestReader(folder).read();
  }

  private TargetManifest read() throws InputException {
    ManifestFields root = load(folder.resolve(FILE_NAME), file());
    TargetManifest manifest = manifest(root, tools());
    problems.throwIfAny();
    return manifest;
  }

  /** Those that targets share; none where there is no such file. */
  private ToolReader tools() throws InputException {
    Path file = folder.resolveSibling(ToolReader.FILE_NAME);
    ManifestFields tools =
        Files.exists(file)
            ? load(file, ToolReader.FILE_NAME)
            : new ManifestFields(Optional.empty(), problems);
    return new ToolReader(tools, folder.getParent());
  }

  private ManifestFields load(Path file, String fileName) throws InputException {
    try {
      return new ManifestFields(
          YamlMap.parseOneOfSeveral(fileName, Files.readString(file), problems), problems);
    } catch (IOException unreadable) {
      throw new InputException(List.of(new Problem(fileName, "cannot be read: " + unreadable)));
    }
  }

  private TargetManifest manifest(ManifestFields root, ToolReader tools) {
    if (!TARGET_NAME.matcher(name).matches()) {
      problems.add(file(), "the folder's name must be of a-z, 0-9 and -, was \"" + name + "\"");
    }
    Map<String, Parameter> parameters = parameters(root.optionalMap("parameters"));
    Map<String, CompanionManifest> companions =
        companions(root.optionalMap("companions"), parameters.keySet());
    ManifestFields endpoint = root.map("endpoint");
    List<String> known = List.copyOf(companions.keySet());
    TargetManifest manifest =
        new TargetManifest(
            name,
            folder,
            root.filledText("title"),
            new Service(
                root.word("protocol", Protocols.names()),
                urlPath(endpoint, "path"),
                urlPath(endpoint, "health"),
                companion(endpoint, "through", known),
                history(root, parameters),
                companion(root, "joined-by", known)),
            tools.required(root.optionalMap("requires"), folder),
            build(root),
            new Start(root.words("start"), root.optionalTexts("environment")),
            parameters,
            companions,
            root.optionalNamedCommands("versions"));
    endpoint.rejectOthers();
    root.rejectOthers();
    checkPlaceholders(root, manifest);
    return manifest;
  }

  private static String urlPath(ManifestFields endpoint, String key) {
    Optional<String> path = endpoint.given(key);
    path.filter(text -> !text.startsWith("/"))
        .ifPresent(text -> endpoint.problem(key, "must begin with /, was \"" + text + "\""));
    return path.orElse("");
  }

  private static Optional<String> history(ManifestFields root, Map<String, Parameter> parameters) {
    String parameter = root.textOr("history", NO_HISTORY);
    if (parameter.equals(NO_HISTORY)) {
      return Optional.empty();
    }
    if (!(parameters.get(parameter) instanceof Parameter.Whole)) {
      root.problem(
          "history", "must be none or a parameter with min and max, was \"" + parameter + "\"");
      return Optional.empty();
    }
    return Optional.of(parameter);
  }

  private static Optional<String> companion(
      ManifestFields fields, String key, List<String> companions) {
    return fields.has(key) ? Optional.of(fields.word(key, companions)) : Optional.empty();
  }

  private Build build(ManifestFields root) {
    return new Build(
        root.optionalCommands("build"),
        root.optionalWords("inputs"),
        outputs(root),
        imageContext(root.optionalMap("image")));
  }

  private static List<String> outputs(ManifestFields root) {
    List<String> outputs = root.optionalWords("outputs");
    for (String output : outputs) {
      Path path = Path.of(output).normalize();
      if (path.isAbsolute() || path.startsWith("..") || path.toString().isEmpty()) {
        root.problem("outputs", "must be paths below the folder, was \"" + output + "\"");
      }
    }
    return outputs;
  }

  private Path imageContext(ManifestFields image) {
    Path context = folder.resolve(image.textOr("context", ".")).normalize();
    if (!Files.isDirectory(context)) {
      image.problem("context", "must be a folder, was \"" + context + "\"");
    }
    image.rejectOthers();
    return context;
  }

  private static Map<String, Parameter> parameters(ManifestFields parameters) {
    Map<String, Parameter> read = new LinkedHashMap<>();
    for (String key : parameters.names()) {
      if (EVERYWHERE.contains(key) || OF_A_START.contains(key)) {
        parameters.problem(key, "is a placeholder of its own; choose another name");
      }
      read.put(key, parameter(parameters, key));
    }
    return read;
  }

  private static Parameter parameter(ManifestFields parameters, String key) {
    ManifestFields fields = parameters.map(key);
    String standard = fields.text("default");
    String description = fields.textOr("description", "");
    Parameter parameter;
    if (fields.has("values")) {
      List<String> values = fields.words("values");
      parameter =
          new Parameter.Choice(
              standard, values, description, breaks(fields.optionalMap("breaks"), values));
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

  private static Map<String, Set<Promise>> breaks(ManifestFields breaks, List<String> values) {
    Map<String, Set<Promise>> read = new LinkedHashMap<>();
    for (String value : breaks.keys()) {
      if (!values.contains(value)) {
        breaks.problem(value, "is none of the values: " + String.join(", ", values));
      }
      Set<Promise> broken = EnumSet.noneOf(Promise.class);
      for (String word : breaks.words(value)) {
        Promise.of(word)
            .ifPresentOrElse(
                broken::add,
                () -> breaks.problem(value, "must be of " + promises() + ", was \"" + word + "\""));
      }
      read.put(value, broken);
    }
    return read;
  }

  private static String promises() {
    return Arrays.stream(Promise.values()).map(Promise::word).collect(Collectors.joining(", "));
  }

  static Map<String, CompanionManifest> companions(
      ManifestFields companions, Set<String> parameters) {
    Map<String, CompanionManifest> read = new LinkedHashMap<>();
    for (String key : companions.names()) {
      if (key.equals(Component.SERVER) || key.equals(ResourceSampler.DRIVER)) {
        companions.problem(key, "is a component of its own; choose another name");
      }
      ManifestFields fields = companions.map(key);
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
      known.addAll(OF_A_START);
      known.add(Placeholders.hostOf(Component.SERVER));
      known.add(Placeholders.portOf(Component.SERVER));
      checkPlaceholders(fields, "start", companion.start(), known);
      companion
          .versions()
          .forEach(
              (of, command) -> checkPlaceholders(fields, "versions." + of, command, EVERYWHERE));
      read.put(key, companion);
    }
    return read;
  }

  private static Optional<TrafficMetrics.Kind> metrics(ManifestFields companion) {
    if (!companion.has("metrics")) {
      return Optional.empty();
    }
    companion.word("metrics", List.of("redis-info"));
    return Optional.of(TrafficMetrics.Kind.REDIS_INFO);
  }

  private static void checkPlaceholders(ManifestFields root, TargetManifest manifest) {
    Set<String> known = new TreeSet<>(manifest.parameters().keySet());
    known.addAll(EVERYWHERE);
    known.addAll(OF_A_START);
    for (String companion : manifest.companions().keySet()) {
      known.add(Placeholders.hostOf(companion));
      known.add(Placeholders.portOf(companion));
    }
    checkPlaceholders(root, "start", manifest.start().command(), known);
    manifest
        .start()
        .environment()
        .forEach(
            (key, value) -> checkPlaceholders(root, "environment." + key, List.of(value), known));
    List<List<String>> build = manifest.build().commands();
    for (int i = 0; i < build.size(); i++) {
      checkPlaceholders(root, "build[" + (i + 1) + "]", build.get(i), EVERYWHERE);
    }
    manifest
        .versions()
        .forEach((of, command) -> checkPlaceholders(root, "versions." + of, command, EVERYWHERE));
  }

  static void checkPlaceholders(
      ManifestFields fields, String key, Collection<String> texts, Set<String> known) {
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
