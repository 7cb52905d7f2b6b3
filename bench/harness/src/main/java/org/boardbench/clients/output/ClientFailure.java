package org.boardbench.clients.output;

/** A client that gave no figures; the message says why, in a line. */
public final class ClientFailure extends Exception {
  private static final long serialVersionUID = 1L;

  public ClientFailure(String message) {
    super(message);
  }
}
