package org.boardbench.micro.run;

/** Something was asked for that there is not; the message is one line for a person. */
final class UsageException extends Exception {
  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
