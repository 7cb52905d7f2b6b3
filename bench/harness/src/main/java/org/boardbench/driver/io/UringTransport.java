package org.boardbench.driver.io;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import org.boardbench.driver.io.linux.Errno;
import org.boardbench.driver.io.linux.Linux;
import org.boardbench.driver.io.uring.Completions;
import org.boardbench.driver.io.uring.ReceiveBuffers;

/**
 * A transport whose operations are those of an {@link UringLoop}'s ring: one receive that goes on
 * for as long as the stream does, and one send at a time, so that bytes leave in order.
 *
 * <p>A send that the kernel has no room for stays with the kernel until it has; until then the
 * transport is full.
 */
final class UringTransport extends NativeTransport {
  private static final int NO_SLOT = -1;

  private final UringLoop loop;
  private long ticket;
  private boolean connecting = true;
  private boolean receiving;
  private boolean wantsRoom;

  /** What connect or send use until they have ended; negative while there is none. */
  private int slot = NO_SLOT;

  /** Of the slot's bytes these have been sent, and so many have not. */
  private int sentBytes;

  private int unsentBytes;

  /** The round of the loop's events in which something was received last. */
  private long lastRound = -1;

  /**
   * @param socket as {@link NativeTransport} takes it
   */
  UringTransport(UringLoop loop, Listener listener, int socket) {
    super(listener, socket);
    this.loop = loop;
  }

  /** Begins to connect, with a ticket of the loop's table. */
  void connect(long newTicket, MemorySegment address) {
    ticket = newTicket;
    slot = loop.operations().connect(this, socket, address);
  }

  boolean isConnecting() {
    return connecting;
  }

  /** What its receive's completions carry. */
  long ticket() {
    return ticket;
  }

  /** The connect has ended, and given its slot back. */
  void connected(int result) {
    slot = NO_SLOT;
    if (result < 0) {
      fail(-result);
    } else {
      connecting = false;
      receive();
      listener.connected();
      tellOfRoom();
    }
  }

  /** Who has written and found no room hears of it once all that was written has gone. */
  private void tellOfRoom() {
    if (wantsRoom && slot < 0 && !isClosed()) {
      wantsRoom = false;
      listener.writable();
    }
  }

  private void receive() {
    receiving = true;
    loop.operations().receive(socket, ticket);
  }

  /**
   * Takes what a completion of the receive says.
   *
   * @return the time of the read (run clock), 0 when there was none
   */
  long received(int result, int flags) {
    receiving = Completions.hasMore(flags);
    long readNs = 0;
    if (Completions.hasBuffer(flags)) {
      readNs = loop.nowNs();
      handOn(Completions.buffer(flags), readNs);
    } else if (result == 0) {
      end(END_OF_STREAM);
    } else if (result == -Errno.ENOBUFS.number()) {
      loop.ranOutOfBuffers();
    } else if (!isToBeRepeated(result)) {
      fail(-result);
    }
    if (!receiving && !isClosed()) {
      receive();
    }
    return readNs;
  }

  private void handOn(int buffer, long readNs) {
    ReceiveBuffers buffers = loop.buffers();
    int count = buffers.payloadBytes(buffer);
    if (count == 0) {
      buffers.giveBack(buffer);
      end(END_OF_STREAM);
      return;
    }
    long receivedNs = loop.arrivalTimes().arrivalNs(buffers.arrivalNs(buffer), readNs);
    long round = loop.events().round();
    boolean isFirst = round != lastRound;
    lastRound = round;
    if (isFirst && LateRead.isLate(count, buffers.capacity(), receivedNs, readNs)) {
      int taken = count + loop.operations().bytesBehind(ticket);
      listener.readLate(loop.sockets().receiveBufferPct(socket, taken), readNs);
    }
    listener.received(buffers.taken(buffer), receivedNs, readNs);
  }

  private static boolean isToBeRepeated(int result) {
    return result == -Linux.EINTR || result == -Linux.EAGAIN;
  }

  @Override
  public boolean write(ByteBuffer bytes) throws IOException {
    requireOpen();
    while (slot < 0 && bytes.hasRemaining()) {
      int before = bytes.remaining();
      slot = loop.operations().hold(this, bytes);
      sentBytes = 0;
      unsentBytes = before - bytes.remaining();
      loop.operations().send(socket, slot, sentBytes, unsentBytes);
      settle();
    }
    wantsRoom = slot >= 0;
    return !wantsRoom;
  }

  /** Mostly a send has ended as soon as the kernel has taken it. */
  private void settle() throws IOException {
    int result = 0;
    while (slot >= 0 && result != UringOperations.NOT_YET) {
      result = loop.operations().takeSendResult(slot);
      if (result != UringOperations.NOT_YET) {
        progress(result);
        requireSent(result);
      }
    }
  }

  private static void requireSent(int result) throws IOException {
    if (result < 0 && !isToBeRepeated(result)) {
      throw new SystemCallException(-result);
    }
  }

  /** A send that had to wait has ended. */
  void sent(int result) {
    progress(result);
    if (result < 0 && !isToBeRepeated(result)) {
      fail(-result);
    } else {
      tellOfRoom();
    }
  }

  /** What was not sent follows; when all was, or nothing can be any more, the slot is free. */
  private void progress(int result) {
    int count = Math.max(0, result);
    sentBytes += count;
    unsentBytes -= count;
    boolean goesOn = unsentBytes > 0 && (result >= 0 || isToBeRepeated(result));
    if (goesOn) {
      loop.operations().send(socket, slot, sentBytes, unsentBytes);
    } else {
      loop.operations().giveBack(slot);
      slot = NO_SLOT;
    }
  }

  @Override
  public boolean takeWaiting() {
    return !isClosed() && loop.events().takeWaiting(this);
  }

  /** What the kernel still does for it is ended; its memory is kept until that is so. */
  @Override
  void release() {
    if (slot >= 0) {
      loop.operations().abandon(slot, connecting);
      slot = NO_SLOT;
    }
    if (receiving) {
      loop.operations().endReceive(ticket);
    }
    loop.close(this, socket);
  }
}
