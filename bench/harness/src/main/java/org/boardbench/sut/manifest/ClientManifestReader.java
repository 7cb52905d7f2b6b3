package org.boardbench.sut.manifest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.boardbench.input.InputException;
import org.boardbench.input.Problem;
import org.boardbench.input.Problems;
import org.boardbench.input.YamlMap;
import org.boardbench.sut.manifest.TargetManifest.Build;
import org.boardbench.sut.manifest.TargetManifest.Service;
import org.boardbench.sut.manifest.TargetManifest.Start;

/**
 * Reads a {@code client.yaml}, strictly: an unknown or missing key, a wrong type and an unknown
 * placeholder are errors, and all of them are reported at once. Keys that a {@code target.yaml} has
 * too mean the same.
 *
 * <pre>{@code
 * title: My client                # for figures and tables; the client's name is that of its folder
 * requires: { node: 20 }          # optional; tools of targets/tools.yaml, or described here
 * majors: { node: [20, 22] }      # optional; with another major version it is skipped
 * build: [[npm, ci]]              # optional
 * inputs: [package.json]          # optional
 * outputs: [node_modules/ws]      # optional
 * start: [node, client.js, "--url={url}", …]
 * environment: { NAME: value }    # optional
 * output: plain                   # optional; or k6
 * versions:                       # optional; the first one is the version in results
 *   ws: [node, -p, …]
 * }</pre>
 *
 * <p>Placeholders: {@code {folder}} and {@code {jdk}} everywhere; in {@code start} and {@code
 * environment} those of {@link ClientManifest#PLACEHOLDERS}.
 */
public final class ClientManifestReader {
  /** In a client's folder. */
  public static final String FILE_NAME = "client.yaml";

  private static final Set<String> EVERYWHERE = Set.of(Placeholders.FOLDER, Placeholders.JDK);

  private final Path folder;
  private final Path targets;
  private final String file;
  private final Problems problems = new Problems();

  private ClientManifestReader(Path folder, Path targets) {
    this.folder = folder.toAbsolutePath().normalize();
    this.targets = targets;
    this.file = this.folder.getFileName() + "/" + FILE_NAME;
  }

  /**
   * Reads the manifest of the client in {@code folder}.
   *
   * @param targets the folder that has the tools which servers and clients share
   * @throws InputException with every problem, each under a key such as {@code
   *     my-client/client.yaml: start}
   */
  public static ClientManifest read(Path folder, Path targets) throws InputException {
    return new ClientManifestReader(folder, targets).read();
  }

  private ClientManifest read() throws InputException {
    ManifestFields root = load(folder.resolve(FILE_NAME), file);
    Path shared = targets.resolve(ToolReader.FILE_NAME);
    ManifestFields tools =
        Files.exists(shared)
            ? load(shared, ToolReader.FILE_NAME)
            : new ManifestFields(Optional.empty(), problems);
    ClientManifest manifest = manifest(root, new ToolReader(tools, targets));
    problems.throwIfAny();
    return manifest;
  }

  private ManifestFields load(Path path, String name) throws InputException {
    try {
      return new ManifestFields(
          YamlMap.parseOneOfSeveral(name, Files.readString(path), problems), problems);
    } catch (IOException unreadable) {
      throw new InputException(List.of(new Problem(name, "cannot be read: " + unreadable)));
    }
  }

  private ClientManifest manifest(ManifestFields root, ToolReader tools) {
    TargetManifest program =
        new TargetManifest(
            folder.getFileName().toString(),
            folder,
            root.filledText("title"),
            new Service("raw", "", "", Optional.empty(), Optional.empty()),
            tools.required(root.optionalMap("requires"), folder),
            new Build(
                root.optionalCommands("build"),
                root.optionalWords("inputs"),
                root.optionalWords("outputs"),
                folder),
            new Start(root.words("start"), root.optionalTexts("environment")),
            Map.of(),
            Map.of(),
            root.optionalNamedCommands("versions"));
    ClientManifest manifest = new ClientManifest(program, output(root), majors(root, program));
    root.rejectOthers();
    checkPlaceholders(root, program);
    return manifest;
  }

  private static Map<String, List<String>> majors(ManifestFields root, TargetManifest program) {
    ManifestFields majors = root.optionalMap("majors");
    Map<String, List<String>> read = new LinkedHashMap<>();
    for (String tool : majors.names()) {
      if (program.requires().keySet().stream().noneMatch(needed -> needed.name().equals(tool))) {
        majors.problem(tool, "is no tool that the client requires");
      }
      List<String> numbers = majors.words(tool);
      if (!numbers.stream().allMatch(number -> number.matches("\\d{1,4}"))) {
        majors.problem(tool, "must be a list of whole numbers");
      }
      read.put(tool, numbers);
    }
    return read;
  }

  private static ClientManifest.Output output(ManifestFields root) {
    if (!root.has("output")) {
      return ClientManifest.Output.PLAIN;
    }
    List<String> known =
        Arrays.stream(ClientManifest.Output.values()).map(ClientManifest.Output::key).toList();
    String word = root.word("output", known);
    return known.contains(word)
        ? ClientManifest.Output.valueOf(word.toUpperCase(Locale.ROOT))
        : ClientManifest.Output.PLAIN;
  }

  private static void checkPlaceholders(ManifestFields root, TargetManifest program) {
    Set<String> known = ClientManifest.known();
    TargetManifestReader.checkPlaceholders(root, "start", program.start().command(), known);
    program
        .start()
        .environment()
        .forEach((key, value) ->
            TargetManifestReader.checkPlaceholders(
                root, "environment." + key, List.of(value), known));
    for (List<String> command : program.build().commands()) {
      TargetManifestReader.checkPlaceholders(root, "build", command, EVERYWHERE);
    }
    program
        .versions()
        .forEach((of, command) ->
            TargetManifestReader.checkPlaceholders(root, "versions." + of, command, EVERYWHERE));
  }
}
