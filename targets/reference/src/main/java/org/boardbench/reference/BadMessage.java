package org.boardbench.reference;

/** A message that the contract does not allow; its sender is told why. */
final class BadMessage extends Exception {
  BadMessage(String reason) {
    super(reason);
  }
}
