package org.boardbench.target;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * SHA-256 over everything that a build's result depends on: the inputs' names and content, the
 * commands, the JDK's and the required tools' versions, and the folder, whose path finds its way
 * into such things as Python's virtual environments.
 */
final class BuildFingerprint {
  private final MessageDigest digest;

  private BuildFingerprint() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every Java platform has SHA-256", impossible);
    }
  }

  static String of(TargetManifest manifest, HostEnvironment host)
      throws IOException, LaunchException, InterruptedException {
    BuildFingerprint fingerprint = new BuildFingerprint();
    fingerprint.add(manifest.folder().toString());
    fingerprint.add(Runtime.version().toString());
    for (Tool tool : manifest.requires().keySet()) {
      fingerprint.add(tool.key());
      fingerprint.add(tool.find(host).map(ToolVersion::text).orElse(""));
    }
    for (List<String> command : manifest.build()) {
      fingerprint.add(Integer.toString(command.size()));
      command.forEach(fingerprint::add);
    }
    for (Path input : BuildInputs.of(manifest, host)) {
      fingerprint.add(input.toString());
      fingerprint.add(Files.readAllBytes(manifest.folder().resolve(input)));
    }
    return HexFormat.of().formatHex(fingerprint.digest.digest());
  }

  private void add(String text) {
    add(text.getBytes(StandardCharsets.UTF_8));
  }

  /** With its length first, so that no two lists of parts run together to the same bytes. */
  private void add(byte[] part) {
    digest.update((part.length + ":").getBytes(StandardCharsets.UTF_8));
    digest.update(part);
  }
}
