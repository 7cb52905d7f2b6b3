package org.boardbench.fleet.wire;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.boardbench.findings.threshold.Threshold;
import org.boardbench.input.Problem;
import org.boardbench.reference.ReferenceServer;
import org.boardbench.results.reason.ReasonCode;
import org.boardbench.statistics.StoppingRule;

/**
 * Says whether two programs were built of the same: a digest of the jars of this program's modules,
 * which are the same bytes for the same sources, or of their class files where there are none. The
 * harness's own jar names the version of every library.
 */
public final class ProgramFingerprint {
  private static final int SHOWN_DIGITS = 12;

  /** One class of each module. */
  private static final List<Class<?>> MODULES =
      List.of(
          ProgramFingerprint.class,
          Problem.class,
          StoppingRule.class,
          Threshold.class,
          ReasonCode.class,
          ReferenceServer.class);

  private ProgramFingerprint() {}

  /** Of this program. */
  public static String ofThisProgram() {
    return Here.PROGRAM;
  }

  /** Read once. */
  private static final class Here {
    static final String PROGRAM = read();
  }

  private static String read() {
    try {
      List<Path> code = new ArrayList<>();
      for (Class<?> module : MODULES) {
        code.add(Path.of(module.getProtectionDomain().getCodeSource().getLocation().toURI()));
      }
      return of(code);
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException("this program cannot read its own code", e);
    }
  }

  /**
   * Of jars or folders of classes.
   *
   * @throws IOException when one cannot be read
   */
  static String of(List<Path> code) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Path part : code) {
        for (Path file : files(part)) {
          digest.update(part.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
          digest.update(Files.readAllBytes(file));
        }
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
