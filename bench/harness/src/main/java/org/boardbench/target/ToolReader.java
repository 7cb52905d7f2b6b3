package org.boardbench.target;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
 *     servers: [NVM_DIR]             # reach servers and builds
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
  ToolReader(YamlMapping tools, Path folder) {
    for (String name : tools.names()) {
      YamlMapping fields = tools.mapping(name);
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
  Map<Tool, ToolVersion> required(YamlMapping requires, Path folder) {
    Map<Tool, ToolVersion> read = new LinkedHashMap<>();
    for (String name : requires.names()) {
      boolean isOwn = requires.raw(name).orElse("") instanceof Map;
      Optional<Tool> tool;
      Optional<ToolVersion> oldest;
      if (isOwn) {
        YamlMapping fields = requires.mapping(name);
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

  private static Optional<ToolVersion> version(YamlMapping fields, String key) {
    String text = fields.text(key);
    Optional<ToolVersion> version = ToolVersion.parse(text);
    if (version.isEmpty() && fields.raw(key).orElse(null) instanceof String) {
      fields.problem(key, "must be a version such as 20 or 3.11, was \"" + text + "\"");
    }
    return version;
  }

  private static Tool tool(String name, YamlMapping fields, Path folder) {
    return new Tool(
        name,
        fields.words("version"),
        fields.filledText("install"),
        fields.optionalWords("packages"),
        setup(fields, folder),
        variables(fields.optionalMapping("variables")));
  }

  private static Optional<Path> setup(YamlMapping fields, Path folder) {
    if (!fields.has("setup")) {
      return Optional.empty();
    }
    Path script = folder.resolve(fields.text("setup")).normalize();
    if (!Files.isExecutable(script) || Files.isDirectory(script)) {
      fields.problem("setup", "must be a program, was \"" + script + "\"");
    }
    return Optional.of(script);
  }

  private static AllowedVariables variables(YamlMapping fields) {
    List<String> servers = fields.optionalWords("servers");
    List<String> builds = fields.optionalWords("builds");
    List<String> inputs = fields.optionalWords("inputs");
    fields.rejectOthers();
    return new AllowedVariables(servers, builds, inputs);
  }
}
