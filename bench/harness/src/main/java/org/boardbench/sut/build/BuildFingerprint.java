package org.boardbench.sut.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.boardbench.host.command.HostEnvironment;
import org.boardbench.sut.manifest.TargetManifest;
import org.boardbench.sut.process.LaunchException;
import org.boardbench.sut.tools.Tool;
import org.boardbench.sut.tools.ToolVersion;

/**
 * SHA-256 over everything that a build's result depends on: the inputs' names and content, the
 * commands, the JDK's and the required tools' versions, the variables that steer package managers,
 * and the folder, whose path finds its way into such things as Python's virtual environments.
 */
final class BuildFingerprint {
  private BuildFingerprint() {}

  /**
   * @param host as the target's builds see it
   */
  static String of(TargetManifest manifest, HostEnvironment host)
      throws IOException, LaunchException, InterruptedException {
    ContentHash hash = new ContentHash();
    hash.add(manifest.folder().toString());
    hash.add(Runtime.version().toString());
    for (Tool tool : manifest.requires().keySet()) {
      hash.add(tool.name());
      hash.add(tool.find(host).map(ToolVersion::text).orElse(""));
    }
    host.decidingBuilds()
        .forEach((name, value) -> {
          hash.add(name);
          hash.add(value);
        });
    for (List<String> command : manifest.build().commands()) {
      hash.add(Integer.toString(command.size()));
      command.forEach(hash::add);
    }
    for (Path input : BuildInputs.of(manifest, host)) {
      hash.add(input.toString());
      hash.add(Files.readAllBytes(manifest.folder().resolve(input)));
    }
    return hash.hex();
  }
}
