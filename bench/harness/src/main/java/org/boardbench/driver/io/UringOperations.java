package org.boardbench.driver.io;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import org.boardbench.driver.io.uring.CompletionQueue;
import org.boardbench.driver.io.uring.Completions;
import org.boardbench.driver.io.uring.Ring;
import org.boardbench.driver.io.uring.Slots;

/**
 * What transports have a ring do, and how its completions are told apart: each carries a kind, and
 * below that the ticket of a transport that receives or the slot of one that connects or sends.
 * Used by the loop's thread.
 */
final class UringOperations {
  /** A send's completion has not come. */
  static final int NOT_YET = Integer.MIN_VALUE;

  // Kinds of completions.
  static final int RECEIVE = 0;
  static final int SEND = 1;
  static final int CONNECT = 2;
  static final int WAKE = 3;

  /** Of what was only to be done: a cancellation, a close. */
  private static final int NOBODY = 4;

  /** Of one that was handled before its turn. */
  static final int HANDLED = 5;

  private static final int KIND_SHIFT = TransportTable.TICKET_BITS;

  private final Ring ring;
  private final CompletionQueue completions;
  private final Slots<UringTransport> slots;

  /** What was written down and must not wait for the end of the iteration. */
  private boolean isUrgent;

  /**
   * @param arena of the slots' memory
   */
  UringOperations(Arena arena, Ring ring) {
    this.ring = ring;
    this.completions = ring.completions();
    this.slots = new Slots<>(arena);
  }

  static int kind(long userData) {
    return (int) (userData >>> KIND_SHIFT);
  }

  private static long of(int kind, int slot) {
    return (long) kind << KIND_SHIFT | slot;
  }

  /** Begins to connect; gives the slot that has the address meanwhile. */
  int connect(UringTransport transport, int socket, MemorySegment address) {
    int slot = slots.take(transport);
    long count = address.byteSize();
    MemorySegment.copy(address, 0, slots.memory(slot), slots.offset(slot), count);
    ring.connect(socket, slots.memory(slot), slots.offset(slot), count, of(CONNECT, slot));
    isUrgent = true;
    return slot;
  }

  /** Receives until the stream ends, or no buffer is left. */
  void receive(int socket, long ticket) {
    ring.receive(socket, ticket);
  }

  /**
   * Copies as many of {@code bytes} as there is room for, to be sent from there.
   *
   * @return the slot that has them
   */
  int hold(UringTransport transport, ByteBuffer bytes) {
    int slot = slots.take(transport);
    slots.fill(slot, bytes);
    return slot;
  }

  /**
   * Sends what a slot has from {@code from} on, at once: its message is stamped with this moment as
   * its sent time, and what kept it back here would be taken for the server's delay.
   */
  void send(int socket, int slot, int from, int count) {
    ring.send(socket, slots.memory(slot), slots.offset(slot) + from, count, of(SEND, slot));
    isUrgent = false;
    ring.submit();
  }

  /** Whose a slot is; null when that transport was closed. */
  UringTransport owner(int slot) {
    return slots.owner(slot);
  }

  /** What a slot was for has ended. */
  void giveBack(int slot) {
    slots.giveBack(slot);
  }

  /** Slots that the kernel may still use. */
  int slotsInUse() {
    return slots.inUse();
  }

  /** A transport closes while it connects or sends: that is ended, and its slot free then. */
  void abandon(int slot, boolean isConnecting) {
    slots.leave(slot);
    ring.cancel(of(isConnecting ? CONNECT : SEND, slot), of(NOBODY, 0));
  }

  void endReceive(long ticket) {
    ring.cancel(ticket, of(NOBODY, 0));
  }

  /** Closes a socket once the kernel has taken what was written down for it before. */
  void close(int socket) {
    ring.close(socket, of(NOBODY, 0));
    isUrgent = true;
  }

  /** Has the ring read the next wake-up; one that has come meanwhile is found at once. */
  void awaitWakeUp(Waker waker) {
    ring.read(waker.descriptor(), waker.count(), of(WAKE, 0));
  }

  void endWakeUps() {
    ring.cancel(of(WAKE, 0), of(NOBODY, 0));
  }

  /** Hands over what must not wait, and with it all that was written down. */
  void flush() {
    if (isUrgent) {
      isUrgent = false;
      ring.submit();
    }
  }

  /** Hands all over, and waits as {@link Ring#await} does. */
  void await(long longestNs, long gatherNs) {
    isUrgent = false;
    ring.await(longestNs, gatherNs);
  }

  /**
   * Takes the completion of a slot's send before its turn.
   *
   * @return what the send gave, or {@link #NOT_YET}
   */
  int takeSendResult(int slot) {
    long sought = of(SEND, slot);
    // From the last: a send that had room has ended just now, behind all that waits to be read.
    for (int place = completions.tail() - 1; place - completions.head() >= 0; place--) {
      if (completions.userData(place) == sought) {
        int result = completions.result(place);
        handled(place);
        return result;
      }
    }
    return NOT_YET;
  }

  /** Whether a completion says that bytes have come for {@code transport}, or that it connected. */
  boolean concerns(int place, UringTransport transport) {
    long userData = completions.userData(place);
    return switch (kind(userData)) {
      case RECEIVE -> userData == transport.ticket();
      case CONNECT -> slots.owner((int) userData) == transport;
      default -> false;
    };
  }

  /** One has been read and is handled before its turn. */
  void handled(int place) {
    ring.completed(completions.flags(place));
    if (place == completions.head()) {
      completions.take();
    } else {
      completions.replace(place, of(HANDLED, 0));
    }
  }

  /**
   * How many bytes lie in the completions right behind the one in hand, for the same transport: the
   * kernel empties one socket after the other, as long as there are buffers.
   */
  int bytesBehind(long ticket) {
    int bytes = 0;
    int end = completions.tail();
    for (int place = completions.head(); place != end; place++) {
      int flags = completions.flags(place);
      if (completions.userData(place) != ticket || !Completions.hasBuffer(flags)) {
        return bytes;
      }
      bytes += ring.buffers().payloadBytes(Completions.buffer(flags));
    }
    return bytes;
  }
}
