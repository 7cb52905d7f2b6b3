package org.boardbench.report.stored;

/** A results folder that cannot be reported; the message is one line that says where and why. */
public final class StoredRunException extends Exception {
  private static final long serialVersionUID = 1L;

  public StoredRunException(String message) {
    super(message);
  }
}
