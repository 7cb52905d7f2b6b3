package org.boardbench.springstomprabbitmq;

/** A message that the contract does not allow; its text is the reason that the sender is told. */
class BadMessageException extends Exception {
  private static final long serialVersionUID = 1L;

  BadMessageException(String reason) {
    super(reason);
  }
}
