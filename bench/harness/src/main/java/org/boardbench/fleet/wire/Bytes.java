package org.boardbench.fleet.wire;

import java.util.Arrays;

/** Bytes that nobody changes any more. */
public final class Bytes {
  private final byte[] content;

  private Bytes(byte[] content) {
    this.content = content;
  }

  /** A copy of these. */
  public static Bytes of(byte[] content) {
    return new Bytes(content.clone());
  }

  /** A copy of them. */
  public byte[] content() {
    return content.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes bytes && Arrays.equals(content, bytes.content);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(content);
  }

  @Override
  public String toString() {
    return content.length + " bytes";
  }
}
