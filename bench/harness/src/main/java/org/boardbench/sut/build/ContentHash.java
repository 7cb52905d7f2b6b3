package org.boardbench.sut.build;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over a list of parts. Not thread-safe. */
public final class ContentHash {
  private final MessageDigest digest = sha256();

  public void add(String text) {
    add(text.getBytes(StandardCharsets.UTF_8));
  }

  /** With its length first, so that no two lists of parts run together to the same bytes. */
  public void add(byte[] part) {
    digest.update((part.length + ":").getBytes(StandardCharsets.UTF_8));
    digest.update(part);
  }

  /** The hash of all parts so far, which begins anew. */
  public String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every Java platform has SHA-256", impossible);
    }
  }
}
