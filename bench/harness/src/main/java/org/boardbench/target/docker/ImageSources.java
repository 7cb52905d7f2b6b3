package org.boardbench.target.docker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.boardbench.target.BuildInputs;
import org.boardbench.target.ContentHash;
import org.boardbench.target.HostEnvironment;
import org.boardbench.target.TargetManifest;
import org.boardbench.target.TargetManifestReader;

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
