package org.boardbench.sut.manifest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boardbench.host.command.AllowedVariables;
import org.boardbench.sut.tools.Tool;
import org.boardbench.sut.tools.ToolVersion;

/**
 * Reads the tools that a target requires. The file {@code tools.yaml} beside the targets' folders
 * describes those that several share; a target that needs another one describes it in its own
 * manifest, with the same keys.
 *
 * <pre>{@code
 * node:
 *   version: [node, --version]       # prints its version, and fails when the tool does not work
 *   install: install nodejs and npm  # what a user does who lacks it
 *   packages: [nodejs, npm]          # optional; Debian's that bring it; the first has its version
 *   setup: redis.sh                  # optional; a script beside this file that makes sure of it;
 *                                    # make runs it first, in the place of installing packages
 *   variables:                       # optional; of the user's environment; * at the end: any rest
 *     servers: [NVM_DIR]             # reach servers, builds and the command above
 *     builds: [NODE_EXTRA_CA_CERTS]  # reach builds
 *     inputs: [npm_config_*]         # reach builds, which are done again when one has changed
 * }</pre>
 */
final class ToolReader {
  static final String FILE_NAME = "tools.yaml";

  private final Map<String, Tool> shared = new LinkedHashMap<>();

  /**
   * @param tools what {@code tools.yaml} says
   * @param folder where it is
   */
  ToolReader(ManifestFields tools, Path folder) {
    for (String name : tools.names()) {
      ManifestFields fields = tools.map(name);
      shared.put(name, tool(name, fields, folder));
      fields.rejectOthers();
    }
  }

  /**
   * What a manifest requires, each tool with its oldest usable version: {@code node: 20} for a
   * shared one, {@code ruby: { oldest: 3.1, version: [ruby, --version], install: … }} for another.
   *
   * @param folder the target's
   */
  Map<Tool, ToolVersion> required(ManifestFields requires, Path folder) {
    Map<Tool, ToolVersion> read = new LinkedHashMap<>();
    for (String name : requires.names()) {
      Optional<Tool> tool;
      Optional<ToolVersion> oldest;
      if (requires.hasMap(name)) {
        ManifestFields fields = requires.map(name);
        oldest = version(fields, "oldest");
        tool = Optional.of(tool(name, fields, folder));
        fields.rejectOthers();
      } else {
        oldest = version(requires, name);
        tool = Optional.ofNullable(shared.get(name));
        if (tool.isEmpty()) {
          requires.problem(name, unknown());
        }
      }
      tool.ifPresent(known -> oldest.ifPresent(version -> read.put(known, version)));
    }
    return read;
  }

  private String unknown() {
    return "unknown tool; "
        + (shared.isEmpty() ? "" : "known: " + String.join(", ", shared.keySet()) + "; ")
        + "describe another one here, with its oldest, version and install";
  }

  private static Optional<ToolVersion> version(ManifestFields fields, String key) {
    Optional<String> text = fields.given(key);
    Optional<ToolVersion> version = text.flatMap(ToolVersion::parse);
    if (version.isEmpty()) {
      text.ifPresent(other ->
          fields.problem(key, "must be a version such as 20 or 3.11, was \"" + other + "\""));
    }
    return version;
  }

  private static Tool tool(String name, ManifestFields fields, Path folder) {
    return new Tool(
        name,
        fields.words("version"),
        fields.filledText("install"),
        fields.optionalWords("packages"),
        setup(fields, folder),
        variables(fields.optionalMap("variables")));
  }

  private static Optional<Path> setup(ManifestFields fields, Path folder) {
    if (!fields.has("setup")) {
      return Optional.empty();
    }
    Path script = folder.resolve(fields.text("setup")).normalize();
    if (!Files.isExecutable(script) || Files.isDirectory(script)) {
      fields.problem("setup", "must be a program, was \"" + script + "\"");
    }
    return Optional.of(script);
  }

  private static AllowedVariables variables(ManifestFields fields) {
    List<String> servers = fields.optionalWords("servers");
    List<String> builds = fields.optionalWords("builds");
    List<String> inputs = fields.optionalWords("inputs");
    fields.rejectOthers();
    return new AllowedVariables(servers, builds, inputs);
  }
}
