package org.boardbench.fleet.wire;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.boardbench.input.InputException;
import org.boardbench.input.Problem;

/**
 * What the programs of a fleet have in common and nobody else knows. Every use has a key of its
 * own.
 */
public final class FleetSecret {
  public static final String OPTION = "--secret-file";

  private static final int FEWEST_BYTES = 16;
  private static final int MOST_BYTES = 4096;
  private static final String ALGORITHM = "HmacSHA256";
  private static final Set<PosixFilePermission> OF_OTHERS =
      Set.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  private final byte[] secret;

  private FleetSecret(byte[] secret) {
    this.secret = secret;
  }

  /** The secret that a text is, but for the blanks around it. */
  public static FleetSecret of(String text) {
    return new FleetSecret(text.strip().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads it.
   *
   * @throws InputException when the file cannot be read, is too short, or can be read by others
   */
  public static FleetSecret read(Path file) throws InputException {
    try {
      if (!Files.isRegularFile(file)) {
        throw problem("must be a file, was " + file);
      }
      if (isOpenToOthers(file)) {
        throw problem("must be its owner's alone (chmod 600 " + file + ")");
      }
      if (Files.size(file) > MOST_BYTES) {
        throw problem("must have at most %d bytes, was %s".formatted(MOST_BYTES, file));
      }
      FleetSecret read = of(Files.readString(file));
      if (read.secret.length < FEWEST_BYTES) {
        throw problem(
            "must have at least %d bytes (head -c 32 /dev/urandom | base64), was %s with %d"
                .formatted(FEWEST_BYTES, file, read.secret.length));
      }
      return read;
    } catch (CharacterCodingException e) {
      throw problem("must be text (head -c 32 /dev/urandom | base64), was bytes in " + file);
    } catch (IOException e) {
      throw problem("cannot be read: " + file);
    }
  }

  private static boolean isOpenToOthers(Path file) throws IOException {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        && Files.getPosixFilePermissions(file).stream().anyMatch(OF_OTHERS::contains);
  }

  private static InputException problem(String message) {
    return new InputException(List.of(new Problem(OPTION, message)));
  }

  /** For clock probes. */
  public SecretKey probeKey() {
    return new SecretKeySpec(derived("clock"), ALGORITHM);
  }

  /** Says who may join, and nothing of the other keys. */
  public String joinToken() {
    return HexFormat.of().formatHex(derived("join"));
  }

  SecretKey messageKey() {
    return new SecretKeySpec(derived("messages"), "AES");
  }

  private byte[] derived(String use) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret, ALGORITHM));
      return mac.doFinal(("boardbench fleet: " + use).getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JVM has no " + ALGORITHM, e);
    }
  }
}
