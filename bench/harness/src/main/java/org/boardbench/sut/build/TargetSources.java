package org.boardbench.sut.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.boardbench.host.command.HostEnvironment;
import org.boardbench.sut.manifest.TargetManifest;

/** Says whether a target's folder is the same on two machines, wherever it is on each. */
public final class TargetSources {
  private TargetSources() {}

  /**
   * A digest of every file of the folder that is source, names and content.
   *
   * @throws IOException when one cannot be read
   */
  public static String digest(TargetManifest manifest, HostEnvironment host)
      throws IOException, InterruptedException {
    ContentHash hash = new ContentHash();
    for (Path file : BuildInputs.every(manifest, host)) {
      hash.add(file.toString());
      hash.add(Files.readAllBytes(manifest.folder().resolve(file)));
    }
    return hash.hex();
  }
}
