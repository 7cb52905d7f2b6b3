package org.boardbench.account.ledger;

/** The messages that a hold's schedule has for the planned users, whether they were sent or not. */
@FunctionalInterface
public interface PlannedMessages {
  /** Shows each of them once, user by user, a user's in the order of their times. */
  void forEach(Visitor visitor);

  /** Takes one message. */
  @FunctionalInterface
  interface Visitor {
    void message(int user, int messageClass, long intendedNs, int bytes);
  }
}
