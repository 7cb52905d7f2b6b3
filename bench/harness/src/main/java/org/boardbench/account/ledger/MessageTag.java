package org.boardbench.account.ledger;

import org.boardbench.account.record.Phase;
import org.boardbench.account.record.StampScanner;

/** What kind of message one is and of which class, in 16 bits: as much of a word as that gets. */
final class MessageTag {
  private static final int CLASS_SHIFT = 8;
  private static final int KIND_MASK = 0xff;

  private MessageTag() {}

  static int of(Phase.Kind kind, int messageClass) {
    return messageClass << CLASS_SHIFT | kind.letter();
  }

  /** Of the message that carries this stamp. */
  static int of(StampScanner stamp) {
    return of(stamp.kind(), stamp.messageClass());
  }

  static Phase.Kind kind(int tag) {
    return Phase.Kind.of(tag & KIND_MASK);
  }

  static int messageClass(int tag) {
    return tag >>> CLASS_SHIFT;
  }
}
