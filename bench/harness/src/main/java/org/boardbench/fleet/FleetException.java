package org.boardbench.fleet;

/** A fleet that cannot go on with a trial; the message is one line that says who and why. */
public final class FleetException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public FleetException(String message) {
    super(message);
  }
}
