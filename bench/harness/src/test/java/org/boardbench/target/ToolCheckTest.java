package org.boardbench.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.boardbench.plan.Problem;
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
            "redis-server: is needed by cluster, found none: run make doctor for what to install");

    install("redis-server", "Redis server v=7.0.15");

    assertThat(problems(manifest)).isEmpty();
  }

  @Test
  void readsTheVersionsThatToolsPrint() {
    assertThat(found("v20.20.2")).isEqualTo("20.20.2");
    assertThat(found("openjdk version \"25.0.1\" 2025-10-21 LTS")).isEqualTo("25.0.1");
    assertThat(found("openjdk version \"25\" 2025-09-16")).isEqualTo("25");
    assertThat(found("\u001b[1mApache Maven 3.8.7\u001b[m\nMaven home: /x")).isEqualTo("3.8.7");
    assertThat(ToolVersion.find("none here")).isEmpty();
  }

  private static String found(String output) {
    return ToolVersion.find(output).orElseThrow().text();
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
