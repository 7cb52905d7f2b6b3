package org.boardbench.driver.io;

import org.boardbench.driver.io.linux.Linux;
import org.boardbench.driver.io.uring.CompletionQueue;
import org.boardbench.driver.io.uring.Completions;
import org.boardbench.driver.io.uring.Ring;

/** Tells transports what their operations came to, in order. Used by the loop's thread. */
final class UringEvents {
  private final Ring ring;
  private final CompletionQueue completions;
  private final UringOperations operations;
  private final TransportTable<UringTransport> transports;
  private final Waker waker;
  private boolean isEnding;

  /** Counts what may bring several completions of a transport together. */
  private long round;

  UringEvents(
      Ring ring,
      UringOperations operations,
      TransportTable<UringTransport> transports,
      Waker waker) {
    this.ring = ring;
    this.completions = ring.completions();
    this.operations = operations;
    this.transports = transports;
    this.waker = waker;
  }

  boolean isEmpty() {
    return completions.head() == completions.tail();
  }

  /** The place behind the last one that has come; begins a new {@link #round}. */
  int newRound() {
    round++;
    return completions.tail();
  }

  long round() {
    return round;
  }

  /** Whether there is one before {@code end}; some may have been taken before their turn. */
  boolean hasNext(int end) {
    return end - completions.head() > 0;
  }

  /**
   * Takes the next one, be it the last thing that its transport hears of.
   *
   * @return the time of a read (run clock), 0 when there was none
   */
  long takeNext() {
    int place = completions.head();
    long userData = completions.userData(place);
    int result = completions.result(place);
    int flags = completions.flags(place);
    completions.take();
    int kind = UringOperations.kind(userData);
    if (kind != UringOperations.HANDLED) {
      ring.completed(flags);
    }
    return handle(kind, userData, result, flags);
  }

  private long handle(int kind, long userData, int result, int flags) {
    switch (kind) {
      case UringOperations.RECEIVE -> {
        return received(userData, result, flags);
      }
      case UringOperations.SEND -> sent((int) userData, result);
      case UringOperations.CONNECT -> connected((int) userData, result);
      case UringOperations.WAKE -> woken(result);
      default -> {} // what was only to be done, or was handled before its turn
    }
    return 0;
  }

  /** A buffer is to be given back, be its transport closed. */
  private long received(long ticket, int result, int flags) {
    UringTransport transport = transports.get(ticket);
    if (transport != null) {
      return transport.received(result, flags);
    }
    if (Completions.hasBuffer(flags)) {
      ring.buffers().giveBack(Completions.buffer(flags));
    }
    return 0;
  }

  private void sent(int slot, int result) {
    UringTransport transport = operations.owner(slot);
    if (transport == null) {
      operations.giveBack(slot);
    } else {
      transport.sent(result);
    }
  }

  private void connected(int slot, int result) {
    UringTransport transport = operations.owner(slot);
    operations.giveBack(slot);
    if (transport != null) {
      transport.connected(result);
    }
  }

  private void woken(int result) {
    if (isEnding) {
      return;
    }
    if (result < 0 && result != -Linux.EINTR && result != -Linux.EAGAIN) {
      throw new IllegalStateException(ConnectionErrors.ofCall("read of eventfd", -result));
    }
    operations.awaitWakeUp(waker);
  }

  /**
   * Handles what has come for one transport by now, before its turn; whether there was something.
   */
  boolean takeWaiting(UringTransport transport) {
    boolean wasConnecting = transport.isConnecting();
    boolean tookSome = takeWaitingOnce(transport);
    if (wasConnecting && tookSome) {
      takeWaitingOnce(transport); // what came before it began to receive
    }
    return tookSome;
  }

  private boolean takeWaitingOnce(UringTransport transport) {
    operations.await(0, 0);
    round++;
    boolean tookSome = false;
    for (int place = completions.head(); place != completions.tail(); place++) {
      // Whoever heard of the last one may have written, which takes completions of sends.
      boolean isTaken = place - completions.head() < 0;
      if (!isTaken && operations.concerns(place, transport)) {
        tookSome = true;
        long userData = completions.userData(place);
        int result = completions.result(place);
        int flags = completions.flags(place);
        operations.handled(place);
        handle(UringOperations.kind(userData), userData, result, flags);
      }
    }
    return tookSome;
  }

  /**
   * Returns when the kernel uses nothing of the ring's any more, or has not told so by {@code
   * deadlineNs}, of {@link System#nanoTime}. All transports are closed.
   */
  void end(long stepNs, long deadlineNs) {
    isEnding = true;
    operations.endWakeUps();
    while (ring.inFlight() > 0 && System.nanoTime() < deadlineNs) {
      operations.await(stepNs, 0);
      while (!isEmpty()) {
        takeNext();
      }
    }
  }
}
