package org.boardbench.account.ledger;

import java.util.stream.IntStream;

/** Every message of one stage, by sender. */
final class MessageLedger {
  private final SenderMessages[] bySender;

  private MessageLedger(SenderMessages[] bySender) {
    this.bySender = bySender;
  }

  /** A ledger in which each of {@code users} goes on from sequence number 0. */
  static MessageLedger first(int users) {
    SenderMessages[] bySender = new SenderMessages[users];
    for (int user = 0; user < users; user++) {
      bySender[user] = new SenderMessages(0);
    }
    return new MessageLedger(bySender);
  }

  /**
   * An empty ledger whose sequence numbers go on where this one's end, so that a sequence number
   * names one message of the trial.
   */
  MessageLedger next() {
    SenderMessages[] next = new SenderMessages[bySender.length];
    for (int user = 0; user < next.length; user++) {
      next[user] = new SenderMessages(bySender[user].nextSequence());
    }
    return new MessageLedger(next);
  }

  /** Makes room for {@code messages} of each of the {@code users}; while no loop sends. */
  void makeRoom(IntStream users, int messages) {
    users.forEach(user -> bySender[user].makeRoom(messages));
  }

  SenderMessages of(int sender) {
    return bySender[sender];
  }

  int senders() {
    return bySender.length;
  }
}
