package org.boardbench.sut.launch.docker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.boardbench.host.command.HostEnvironment;
import org.boardbench.sut.build.BuildInputs;
import org.boardbench.sut.build.ContentHash;
import org.boardbench.sut.manifest.TargetManifest;
import org.boardbench.sut.manifest.TargetManifestReader;

/** What an image of a target is made of: an image of other sources would measure another server. */
final class ImageSources {
  /** Read by people, by this harness, or by compose: not part of any image. */
  private static final Set<String> BESIDE =
      Set.of("README.md", "compose.yaml", TargetManifestReader.FILE_NAME);

  private ImageSources() {}

  /** SHA-256 over names and content of the files in the target's folder, as far as they matter. */
  static String hash(TargetManifest manifest, HostEnvironment host)
      throws IOException, InterruptedException {
    ContentHash hash = new ContentHash();
    for (Path file : BuildInputs.every(manifest, host)) {
      if (!BESIDE.contains(file.toString())) {
        hash.add(file.toString());
        hash.add(Files.readAllBytes(manifest.folder().resolve(file)));
      }
    }
    return hash.hex();
  }
}
