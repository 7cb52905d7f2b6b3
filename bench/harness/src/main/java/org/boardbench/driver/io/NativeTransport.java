package org.boardbench.driver.io;

import java.nio.channels.ClosedChannelException;

/** A transport on a descriptor, that a {@link TransportTable} finds and that ends once. */
abstract class NativeTransport implements Transport {
  final Listener listener;
  final int socket;
  private int place = -1;
  private boolean closed;

  /**
   * @param socket a descriptor that belongs to this transport from now on; negative when there is
   *     none
   */
  NativeTransport(Listener listener, int socket) {
    this.listener = listener;
    this.socket = socket;
  }

  /** Where the table has it; negative while it does not. */
  final int place() {
    return place;
  }

  final void placedAt(int newPlace) {
    place = newPlace;
  }

  final boolean isClosed() {
    return closed;
  }

  final void requireOpen() throws ClosedChannelException {
    if (closed) {
      throw new ClosedChannelException(); // the socket's number may be another's by now
    }
  }

  final void fail(int error) {
    end(ConnectionErrors.ofError(error));
  }

  final void end(String reason) {
    if (!closed) {
      close();
      listener.ended(reason);
    }
  }

  @Override
  public final void close() {
    if (!closed) {
      closed = true;
      release();
    }
  }

  /** Gives back what it has of its loop's; called once. */
  abstract void release();
}
