package org.boardbench.fleet.wire;

/** Bytes that are no message of this fleet: of another version, cut, or made by somebody else. */
public final class WireException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public WireException(String message) {
    super(message);
  }

  WireException(String message, Throwable cause) {
    super(message, cause);
  }
}
