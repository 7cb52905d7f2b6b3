package org.boardbench.sut.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.boardbench.host.command.CommandRun;
import org.boardbench.host.command.HostEnvironment;
import org.boardbench.input.Problem;
import org.boardbench.sut.manifest.TargetManifest;
import org.boardbench.sut.manifest.TargetManifestReader;
import org.boardbench.sut.tools.ToolSpecimens;
import org.boardbench.sut.tools.ToolVersion;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToolCheckTest {
  @TempDir Path root;
  private Path bin;
  private HostEnvironment host;

  @BeforeEach
  void restrictPath() throws IOException {
    bin = Files.createDirectories(root.resolve("bin"));
    host = HostEnvironment.of(root, root.resolve("jdk"), Map.of("PATH", bin.toString()));
    ToolSpecimens.write(root.resolve("targets"));
  }

  @Test
  void saysForEachMissingOrOldToolWhoNeedsItAndWhatToInstall() throws Exception {
    install("node", "v18.19.0");

    assertThat(
            problems(
                manifest("node-ws", "requires: { node: 20, npm: 9 }"),
                manifest("node-cluster", "requires: { node: 20.1 }"),
                manifest("fastapi", "requires: { python: 3.11 }")))
        .containsExactly(
            "node: 20.1 or newer is needed by node-ws, node-cluster, found 18.19.0: install nodejs"
                + " and npm (Debian: apt-get install nodejs npm)",
            "npm: 9 or newer is needed by node-ws, found none: install npm (Debian: apt-get"
                + " install npm)",
            "python: 3.11 or newer is needed by fastapi, found none: install Python with its venv"
                + " module (Debian: apt-get install python3 python3-venv)");
  }

  @Test
  void isContentWithToolsThatAreNewEnough() throws Exception {
    install("node", "v20.20.2");
    install("mvn", "Apache Maven 3.10.1 (abc)");

    assertThat(problems(manifest("a", "requires: { node: 20, maven: 3.9 }"))).isEmpty();
  }

  @Test
  void namesACompanionThatIsNotInstalled() throws Exception {
    TargetManifest manifest =
        manifest("cluster", "companions: { redis: { start: [redis-server], ready: tcp } }");

    assertThat(problems(manifest))
        .containsExactly(
            "redis-server: is needed by cluster, found none: install it, so that it is on the"
                + " PATH");

    install("redis-server", "Redis server v=7.0.15");

    assertThat(problems(manifest)).isEmpty();
  }

  @Test
  void asksOnceForACompanionThatIsAToolToo() throws Exception {
    String companion = "companions: { redis: { start: [redis-server], ready: tcp } }\n";

    assertThat(
            problems(
                manifest(
                    "cluster",
                    companion
                        + "requires: { redis: { oldest: 6, version: [redis-server, --version],"
                        + " install: install Redis, packages: [redis-server] } }")))
        .containsExactly(
            "redis: 6 or newer is needed by cluster, found none: install Redis (Debian: apt-get"
                + " install redis-server)");
  }

  @Test
  void asksForAToolThatOneTargetDescribesItself() throws Exception {
    TargetManifest manifest =
        manifest(
            "ruby-ws",
            "requires: { ruby: { oldest: 3.1, version: [ruby, -v], install: install Ruby } }");
    assertThat(problems(manifest))
        .containsExactly("ruby: 3.1 or newer is needed by ruby-ws, found none: install Ruby");

    install("ruby", "ruby 3.0.2p107 (2021-07-07)");
    assertThat(problems(manifest))
        .containsExactly("ruby: 3.1 or newer is needed by ruby-ws, found 3.0.2p107: install Ruby");

    install("ruby", "ruby 3.1.2p20 (2022-04-12)");
    assertThat(problems(manifest)).isEmpty();
  }

  @Test
  void findsAToolWhereAVariableThatItLetsThroughSaysSo() throws Exception {
    Path file = Files.writeString(bin.resolve("ruby"), "#!/bin/sh\necho \"$RBENV_VERSION\"\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    host =
        HostEnvironment.of(
            root,
            root.resolve("jdk"),
            Map.of("PATH", bin.toString(), "RBENV_VERSION", "3.4.5", "RUBYOPT", "-w"));
    String tool = "oldest: 3, version: [ruby], install: install Ruby";

    assertThat(problems(manifest("deaf", "requires: { ruby: { " + tool + " } }"))).hasSize(1);
    assertThat(
            problems(
                manifest(
                    "hearing",
                    "requires: { ruby: { " + tool + ", variables: { servers: [RBENV_*] } } }")))
        .isEmpty();
  }

  @Test
  void readsTheVersionsThatToolsPrint() {
    assertThat(found("v20.20.2")).isEqualTo("20.20.2");
    assertThat(found("openjdk version \"25.0.1\" 2025-10-21 LTS")).isEqualTo("25.0.1");
    assertThat(found("openjdk version \"25\" 2025-09-16")).isEqualTo("25");
    assertThat(found("\u001b[1mApache Maven 3.8.7\u001b[m\nMaven home: /x")).isEqualTo("3.8.7");
    assertThat(ToolVersion.find(new CommandRun(0, "none here", ""))).isEmpty();
  }

  @Test
  void readsNoVersionOutOfNoticesOfOptionsThatWereSetElsewhere() {
    String picked = "Picked up JAVA_TOOL_OPTIONS: -XX:MaxRAMPercentage=75.0 -Dfoo=1.2.3\n";
    String note = "NOTE: Picked up JDK_JAVA_OPTIONS: -Dfoo=1.2.3\n";
    CommandRun java =
        new CommandRun(0, "", picked + note + "openjdk version \"25.0.3\" 2026-04-21");
    CommandRun node =
        new CommandRun(0, "v20.1.2\n", "Debugger listening on ws://127.0.0.1:9229/a-b-1.2.3\n");

    assertThat(ToolVersion.find(java).orElseThrow().text()).isEqualTo("25.0.3");
    assertThat(TargetVersions.version(java)).contains("25.0.3");
    assertThat(ToolVersion.find(node).orElseThrow().text()).isEqualTo("20.1.2");
    assertThat(TargetVersions.version(node)).contains("20.1.2");
    assertThat(TargetVersions.version(new CommandRun(0, "build.tomcat=11.0.1", "")))
        .contains("11.0.1");
    assertThat(TargetVersions.version(new CommandRun(0, "on 127.0.0.1:9229", "")))
        .as("an address is no version")
        .contains("on 127.0.0.1:9229");
  }

  private static String found(String output) {
    return ToolVersion.find(new CommandRun(0, output, "")).orElseThrow().text();
  }

  private List<String> problems(TargetManifest... manifests) throws Exception {
    return ToolCheck.problems(List.of(manifests), host).stream().map(Problem::toString).toList();
  }

  private TargetManifest manifest(String name, String more) throws Exception {
    Path folder = Files.createDirectories(root.resolve("targets").resolve(name));
    Files.writeString(
        folder.resolve("target.yaml"),
        "title: x\nprotocol: raw\nendpoint: { path: /, health: / }\nstart: [x]\n" + more);
    return TargetManifestReader.read(folder);
  }

  private void install(String program, String output) throws IOException {
    Path file = Files.writeString(bin.resolve(program), "#!/bin/sh\necho '" + output + "'\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }
}
