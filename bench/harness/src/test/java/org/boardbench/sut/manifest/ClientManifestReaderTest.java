package org.boardbench.sut.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.boardbench.input.InputException;
import org.boardbench.input.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientManifestReaderTest {
  @TempDir private Path temporary;
  private Path folder;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createDirectory(temporary.resolve("mine"));
    Files.writeString(
        temporary.resolve("tools.yaml"), "node: { version: [node, -v], install: get node }\n");
  }

  @Test
  void fillsTheLoadIntoTheCommandAndTheEnvironment() throws Exception {
    write(
        """
        title: Mine
        requires: { node: 20 }
        majors: { node: [20, 22] }
        start: [node, "{folder}/client.js", "--users={users}", "{url}"]
        environment: { OUT: "{output}/x" }
        output: k6
        versions: { node: [node, -v] }
        """);

    ClientManifest manifest = ClientManifestReader.read(folder, temporary);

    Map<String, String> load = Map.of("users", "7", "url", "ws://x/ws", "output", "/tmp/o");
    assertThat(manifest.command(load, "/jdk"))
        .containsExactly("node", folder + "/client.js", "--users=7", "ws://x/ws");
    assertThat(manifest.environment(load, "/jdk")).containsExactly(Map.entry("OUT", "/tmp/o/x"));
    assertThat(manifest.output()).isEqualTo(ClientManifest.Output.K6);
    assertThat(manifest.program().requires()).hasSize(1);
    assertThat(manifest.majors()).containsExactly(Map.entry("node", List.of("20", "22")));
    assertThat(manifest.name()).isEqualTo("mine");
  }

  @Test
  void tellsAllProblemsAtOnceEachWithItsPlace() throws Exception {
    write(
        """
        start: [node, "--port={port}"]
        requires: { deno: 2 }
        majors: { bun: [1] }
        output: xml
        protocol: raw
        """);

    InputException refused =
        catchThrowableOfType(
            InputException.class, () -> ClientManifestReader.read(folder, temporary));

    assertThat(refused.problems())
        .extracting(Problem::toString)
        .anySatisfy(line -> assertThat(line).contains("title: is missing"))
        .anySatisfy(line -> assertThat(line).contains("start: unknown placeholder {port}; known "))
        .anySatisfy(line -> assertThat(line).contains("requires.deno: unknown tool"))
        .anySatisfy(line -> assertThat(line).contains("output: must be plain or k6, was \"xml\""))
        .anySatisfy(line -> assertThat(line).contains("protocol: unknown key"))
        .anySatisfy(line -> assertThat(line).contains("majors.bun: is no tool that the client"))
        .hasSize(6);
  }

  @Test
  void theClientsThatComeWithTheProjectAreReadable() throws Exception {
    Path root = Path.of("../..");
    List<Path> folders;
    try (var all = Files.list(root.resolve("bench/clients"))) {
      folders = all.filter(Files::isDirectory).toList();
    }

    assertThat(folders).isNotEmpty();
    for (Path client : folders) {
      assertThat(ClientManifestReader.read(client, root.resolve("targets")).program().title())
          .isNotBlank();
    }
  }

  private void write(String manifest) throws IOException {
    Files.writeString(folder.resolve("client.yaml"), manifest);
  }
}
