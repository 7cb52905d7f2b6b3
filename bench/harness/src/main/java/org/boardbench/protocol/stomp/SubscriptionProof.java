package org.boardbench.protocol.stomp;

import java.util.concurrent.atomic.AtomicReference;

/**
 * How a server shows that a subscription has taken effect: what its first users find out, the
 * others need not. Thread-safe.
 */
final class SubscriptionProof {
  private enum Kind {
    UNKNOWN,
    RECEIPT,
    PROBE
  }

  private final AtomicReference<Kind> kind = new AtomicReference<>(Kind.UNKNOWN);

  /** The server has answered a receipt, so it will answer all. */
  void receiptCame() {
    kind.set(Kind.RECEIPT);
  }

  /** A probe has come back, and the receipt had not come. */
  void probeCame() {
    kind.compareAndSet(Kind.UNKNOWN, Kind.PROBE);
  }

  /** Whether to wait for the receipt, however long it takes. */
  boolean isReceipt() {
    return kind.get() == Kind.RECEIPT;
  }

  /** Whether to wait for no receipt. */
  boolean isProbe() {
    return kind.get() == Kind.PROBE;
  }
}
