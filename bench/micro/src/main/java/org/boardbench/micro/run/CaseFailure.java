package org.boardbench.micro.run;

/** A benchmark found nothing; the message is one line for a person. */
final class CaseFailure extends Exception {
  private static final long serialVersionUID = 1L;

  CaseFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
