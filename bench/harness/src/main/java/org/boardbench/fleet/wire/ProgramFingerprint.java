package org.boardbench.fleet.wire;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Says whether two programs were built of the same: a digest of this program's jar, which is the
 * same bytes for the same sources, or of its class files where there is none.
 */
public final class ProgramFingerprint {
  private static final int SHOWN_DIGITS = 12;

  private ProgramFingerprint() {}

  /** Of this program. */
  public static String ofThisProgram() {
    try {
      CodeSource source = ProgramFingerprint.class.getProtectionDomain().getCodeSource();
      return of(Path.of(source.getLocation().toURI()));
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException("this program cannot read its own code", e);
    }
  }

  /**
   * Of a jar or a folder of classes.
   *
   * @throws IOException when it cannot be read
   */
  static String of(Path code) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Path file : files(code)) {
        digest.update(code.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
        digest.update(Files.readAllBytes(file));
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, SHOWN_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this JVM has no SHA-256", e);
    }
  }

  private static List<Path> files(Path code) throws IOException {
    try (Stream<Path> files = Files.walk(code)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
