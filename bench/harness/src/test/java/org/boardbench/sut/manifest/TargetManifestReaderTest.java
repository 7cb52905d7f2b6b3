package org.boardbench.sut.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.boardbench.host.command.AllowedVariables;
import org.boardbench.host.sampling.TrafficMetrics;
import org.boardbench.input.InputException;
import org.boardbench.input.Problem;
import org.boardbench.protocol.Protocols;
import org.boardbench.sut.manifest.Parameter.Promise;
import org.boardbench.sut.tools.Tool;
import org.boardbench.sut.tools.ToolVersion;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TargetManifestReaderTest {
  private static final String SMALLEST =
      """
      title: Small
      protocol: raw
      endpoint: { path: /ws, health: /health }
      start: [sh, server.sh]
      """;

  @TempDir Path temporary;
  private Path folder;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createDirectory(temporary.resolve("node-ws"));
    Files.writeString(
        temporary.resolve("tools.yaml"),
        """
        node: { version: [node, -v], install: get node, packages: [nodejs], setup: node-ws/get.sh }
        python: { version: [python3, -V], install: get python, variables: { inputs: [PIP_*] } }
        """);
    assertThat(Files.createFile(folder.resolve("get.sh")).toFile().setExecutable(true)).isTrue();
  }

  @Test
  void refusesAnOutputOutsideOfTheFolder() {
    assertThat(problems(SMALLEST + "outputs: [../x, /etc, .]\n"))
        .containsExactly(
            "node-ws/target.yaml: outputs: must be paths below the folder, was \"../x\"",
            "node-ws/target.yaml: outputs: must be paths below the folder, was \"/etc\"",
            "node-ws/target.yaml: outputs: must be paths below the folder, was \".\"");
  }

  @Test
  void readsEveryKey() throws Exception {
    TargetManifest manifest =
        read(
            """
            title: Node ws
            protocol: stomp
            endpoint: { path: /ws, health: /health }
            requires:
              node: 20
              python: 3.10
              ruby:
                oldest: 3.1
                version: [ruby, -v]
                install: get ruby
                setup: get.sh
                variables: { servers: [GEM_HOME], builds: [GEM_*] }
            build:
              - [npm, ci, --omit=dev]
              - ["{jdk}/bin/java", Build.java]
            inputs: [package.json, "src/**"]
            outputs: [node_modules/ws]
            start: [node, server.js, "{workers}", "{gc}", "{folder}", "{redis.port}"]
            environment: { PORT: "{port}", EMPTY: "" }
            parameters:
              workers: { default: 2, min: 1, max: 64, description: processes }
              gc: { default: g1, values: [g1, zgc] }
              style:
                default: full
                values: [full, plain]
                breaks: { plain: [order, slow-readers] }
              heap: { default: 512m }
            companions:
              redis:
                start: [redis-server, --port, "{port}", --save, ""]
                image: redis:7.0-bookworm
                ready: tcp
                metrics: redis-info
                versions: { redis: [redis-server, --version] }
            image: { context: .. }
            versions:
              node: [node, --version]
            """);

    assertThat(manifest)
        .isEqualTo(
            new TargetManifest(
                "node-ws",
                folder.toAbsolutePath(),
                "Node ws",
                new TargetManifest.Service(
                    "stomp", "/ws", "/health", Optional.empty(), Optional.empty()),
                Map.of(
                    new Tool(
                        "node",
                        List.of("node", "-v"),
                        "get node",
                        List.of("nodejs"),
                        Optional.of(folder.resolve("get.sh")),
                        AllowedVariables.NONE),
                    new ToolVersion(20, 0, "20"),
                    new Tool(
                        "python",
                        List.of("python3", "-V"),
                        "get python",
                        List.of(),
                        Optional.empty(),
                        new AllowedVariables(List.of(), List.of(), List.of("PIP_*"))),
                    new ToolVersion(3, 10, "3.10"),
                    new Tool(
                        "ruby",
                        List.of("ruby", "-v"),
                        "get ruby",
                        List.of(),
                        Optional.of(folder.resolve("get.sh")),
                        new AllowedVariables(List.of("GEM_HOME"), List.of("GEM_*"), List.of())),
                    new ToolVersion(3, 1, "3.1")),
                new TargetManifest.Build(
                    List.of(
                        List.of("npm", "ci", "--omit=dev"),
                        List.of("{jdk}/bin/java", "Build.java")),
                    List.of("package.json", "src/**"),
                    List.of("node_modules/ws"),
                    temporary.toAbsolutePath()),
                new TargetManifest.Start(
                    List.of("node", "server.js", "{workers}", "{gc}", "{folder}", "{redis.port}"),
                    Map.of("PORT", "{port}", "EMPTY", "")),
                Map.of(
                    "workers", new Parameter.Whole("2", 1, 64, "processes"),
                    "gc", new Parameter.Choice("g1", List.of("g1", "zgc"), "", Map.of()),
                    "style",
                        new Parameter.Choice(
                            "full",
                            List.of("full", "plain"),
                            "",
                            Map.of("plain", Set.of(Promise.ORDER, Promise.SLOW_READERS))),
                    "heap", new Parameter.Text("512m", "")),
                Map.of(
                    "redis",
                    new TargetManifest.CompanionManifest(
                        List.of("redis-server", "--port", "{port}", "--save", ""),
                        Optional.of("redis:7.0-bookworm"),
                        Optional.of(TrafficMetrics.Kind.REDIS_INFO),
                        Map.of("redis", List.of("redis-server", "--version")))),
                Map.of("node", List.of("node", "--version"))));
  }

  @Test
  void leavesOutWhatIsOptional() throws Exception {
    TargetManifest manifest = read(SMALLEST);

    assertThat(manifest.build().commands()).isEmpty();
    assertThat(manifest.build().inputs()).isEmpty();
    assertThat(manifest.requires()).isEmpty();
    assertThat(manifest.companions()).isEmpty();
    assertThat(manifest.parameters()).isEmpty();
  }

  @Test
  void namesEveryMissingKeyAtOnce() {
    assertThat(problems("description: none\n"))
        .containsExactlyInAnyOrder(
            "node-ws/target.yaml: title: is missing",
            "node-ws/target.yaml: protocol: is missing",
            "node-ws/target.yaml: endpoint: is missing",
            "node-ws/target.yaml: start: is missing",
            "node-ws/target.yaml: description: unknown key; known here: build, companions,"
                + " endpoint, environment, history, image, inputs, joined-by, outputs,"
                + " parameters, protocol, requires, start,"
                + " title, versions");
  }

  @Test
  void namesEveryUnknownKeyAtOnceAtAnyDepth() {
    assertThat(
            problems(
                SMALLEST.replace("health: /health", "health: /health, port: 80")
                    + """
                    parameters: { workers: { default: 2, min: 1, max: 4, maximum: 5 } }
                    companions: { redis: { start: [x], ready: tcp, health: /up } }
                    """))
        .containsExactlyInAnyOrder(
            "node-ws/target.yaml: endpoint.port: unknown key; known here: health, path, through",
            "node-ws/target.yaml: parameters.workers.maximum: unknown key; known here: default,"
                + " description, max, min, values",
            "node-ws/target.yaml: companions.redis.health: unknown key; known here: image,"
                + " metrics, ready, start, versions");
  }

  @Test
  void namesEveryValueThatDoesNotExistAndEveryPromiseThatTheContractDoesNotMake() {
    assertThat(
            problems(
                SMALLEST
                    + """
                    parameters:
                      style:
                        default: full
                        values: [full, plain]
                        breaks: { bare: [order], plain: [speed, order] }
                    """))
        .containsExactlyInAnyOrder(
            "node-ws/target.yaml: parameters.style.breaks.bare: is none of the values: full, plain",
            "node-ws/target.yaml: parameters.style.breaks.plain: must be of order, slow-readers,"
                + " every-message, was \"speed\"");
  }

  @Test
  void namesEveryWrongTypeAtOnce() {
    assertThat(
            problems(
                """
                title: [Node, ws]
                protocol: { raw: yes }
                endpoint: /ws
                requires: node
                build: [npm, ci]
                inputs: package.json
                start: node server.js
                environment: { PORT: [1] }
                parameters: { workers: 2 }
                versions: { node: node --version }
                """))
        .containsExactlyInAnyOrder(
            "node-ws/target.yaml: title: must be a single value, was a list",
            "node-ws/target.yaml: protocol: must be a single value, was a map",
            "node-ws/target.yaml: endpoint: must be a map of keys, was /ws",
            "node-ws/target.yaml: requires: must be a map of keys, was node",
            "node-ws/target.yaml: build[1]: must be a list of words, was npm",
            "node-ws/target.yaml: build[2]: must be a list of words, was ci",
            "node-ws/target.yaml: inputs: must be a list of words, was package.json",
            "node-ws/target.yaml: start: must be a list of words, was node server.js",
            "node-ws/target.yaml: environment.PORT: must be a single value, was a list",
            "node-ws/target.yaml: parameters.workers: must be a map of keys, was 2",
            "node-ws/target.yaml: versions.node: must be a list of words, was node --version");
  }

  @Test
  void namesEveryValueOutOfBoundsAtOnce() {
    assertThat(
            problems(
                """
                title: ""
                protocol: mqtt
                endpoint: { path: ws, health: "" }
                requires:
                  node: twenty
                  ruby: 3
                  go: { oldest: one, version: [go], setup: missing.sh, packages: golang }
                start: []
                parameters:
                  workers: { default: 0, min: 1, max: 64 }
                  threads: { default: two, min: one, max: 4 }
                  gc: { default: cms, values: [g1, zgc] }
                  port: { default: 1 }
                companions:
                  server: { start: [x], ready: http, metrics: statsd }
                """))
        .containsExactlyInAnyOrder(
            "node-ws/target.yaml: title: must not be empty",
            "node-ws/target.yaml: protocol: must be "
                + String.join(" or ", Protocols.names())
                + ", was \"mqtt\"",
            "node-ws/target.yaml: endpoint.path: must begin with /, was \"ws\"",
            "node-ws/target.yaml: endpoint.health: must begin with /, was \"\"",
            "node-ws/target.yaml: requires.node: must be a version such as 20 or 3.11, was"
                + " \"twenty\"",
            "node-ws/target.yaml: requires.ruby: unknown tool; known: node, python; describe"
                + " another one here, with its oldest, version and install",
            "node-ws/target.yaml: requires.go.oldest: must be a version such as 20 or 3.11, was"
                + " \"one\"",
            "node-ws/target.yaml: requires.go.install: is missing",
            "node-ws/target.yaml: requires.go.setup: must be a program, was \""
                + folder.resolve("missing.sh")
                + "\"",
            "node-ws/target.yaml: requires.go.packages: must be a list of words, was golang",
            "node-ws/target.yaml: start: must be a list of words, was an empty list",
            "node-ws/target.yaml: parameters.workers.default: must be from 1 to 64, was 0",
            "node-ws/target.yaml: parameters.threads.min: must be a whole number, was \"one\"",
            "node-ws/target.yaml: parameters.threads.default: must be a whole number, was"
                + " \"two\"",
            "node-ws/target.yaml: parameters.gc.default: must be one of g1, zgc, was \"cms\"",
            "node-ws/target.yaml: parameters.port: is a placeholder of its own; choose another"
                + " name",
            "node-ws/target.yaml: companions.server: is a component of its own; choose another"
                + " name",
            "node-ws/target.yaml: companions.server.ready: must be tcp, was \"http\"",
            "node-ws/target.yaml: companions.server.metrics: must be redis-info, was"
                + " \"statsd\"");
  }

  @Test
  void theWayToTheServerMayLeadThroughACompanionThatThereIs() throws Exception {
    String companion = "companions: { nginx: { start: [nginx, '{server.port}'], ready: tcp } }\n";
    String through = SMALLEST.replace("/health }", "/health, through: nginx }");

    assertThat(problems(through.replace("through: nginx", "through: redis") + companion))
        .containsExactly("node-ws/target.yaml: endpoint.through: must be nginx, was \"redis\"");
    assertThat(read(through + companion).service().through()).contains("nginx");
  }

  @Test
  void namesEveryPlaceholderThatNothingFills() {
    assertThat(
            problems(
                SMALLEST.replace("server.sh", "\"{prot}\", '{\"json\": 1}'")
                    + """
                    build: [[make, "{port}"]]
                    environment: { REDIS: "{redis.port}" }
                    companions: { db: { start: [db, "{db.port}"], ready: tcp } }
                    """))
        .containsExactlyInAnyOrder(
            "node-ws/target.yaml: start: unknown placeholder {prot}; known here: db.host, db.port,"
                + " folder, host, jdk, port",
            "node-ws/target.yaml: build[1]: unknown placeholder {port}; known here: folder, jdk",
            "node-ws/target.yaml: environment.REDIS: unknown placeholder {redis.port}; known"
                + " here: db.host, db.port, folder, host, jdk, port",
            "node-ws/target.yaml: companions.db.start: unknown placeholder {db.port}; known here:"
                + " folder, host, jdk, port, server.host, server.port");
  }

  @Test
  void reportsTextThatIsNoYamlWithItsLine() {
    assertThat(problems(SMALLEST + "title: twice\n"))
        .singleElement()
        .asString()
        .startsWith("node-ws/target.yaml: title: duplicate key")
        .contains("line 5");
    assertThat(problems("start: [node\n")).singleElement().asString().contains("is no YAML");
    assertThat(problems("")).containsExactly("node-ws/target.yaml: is empty");
  }

  @Test
  void reportsWhatIsWrongWithTheToolsThatTargetsShare() throws Exception {
    Files.writeString(temporary.resolve("tools.yaml"), "node: { version: node, needs: x }\n");

    assertThat(problems(SMALLEST))
        .containsExactlyInAnyOrder(
            "tools.yaml: node.version: must be a list of words, was node",
            "tools.yaml: node.install: is missing",
            "tools.yaml: node.needs: unknown key; known here: install, packages, setup, variables,"
                + " version");

    Files.delete(temporary.resolve("tools.yaml"));
    assertThat(read(SMALLEST).requires()).isEmpty();
    assertThat(problems(SMALLEST + "requires: { node: 20 }\n"))
        .containsExactly(
            "node-ws/target.yaml: requires.node: unknown tool; describe another one here, with its"
                + " oldest, version and install");
  }

  @Test
  void reportsAFileThatIsNotThere() {
    assertThat(problems()).singleElement().asString().startsWith("node-ws/target.yaml: cannot be");
  }

  private TargetManifest read(String yaml) throws Exception {
    Files.writeString(folder.resolve("target.yaml"), yaml);
    return TargetManifestReader.read(folder);
  }

  private List<String> problems(String yaml) {
    return messages(catchThrowableOfType(InputException.class, () -> read(yaml)));
  }

  private List<String> problems() {
    return messages(
        catchThrowableOfType(InputException.class, () -> TargetManifestReader.read(folder)));
  }

  private static List<String> messages(InputException exception) {
    assertThat(exception).as("the manifest must be refused").isNotNull();
    return exception.problems().stream().map(Problem::toString).toList();
  }
}
