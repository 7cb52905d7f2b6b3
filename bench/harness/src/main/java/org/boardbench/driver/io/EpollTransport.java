package org.boardbench.driver.io;

import static org.boardbench.driver.io.linux.Linux.EPOLLERR;
import static org.boardbench.driver.io.linux.Linux.EPOLLHUP;
import static org.boardbench.driver.io.linux.Linux.EPOLLIN;
import static org.boardbench.driver.io.linux.Linux.EPOLLOUT;
import static org.boardbench.driver.io.linux.Linux.EPOLLRDHUP;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.boardbench.driver.io.linux.Linux;
import org.boardbench.driver.io.linux.TimedReceive;

/**
 * A transport on a descriptor that a {@link EpollLoop} waits for. Events come once for each change
 * (edge-triggered), so that reading and waiting for room cost no system call beside their own.
 */
final class EpollTransport extends NativeTransport {
  private static final int ENDING = EPOLLRDHUP | EPOLLHUP | EPOLLERR;

  private final EpollLoop loop;
  private boolean connecting = true;
  private boolean wantsRoom;
  private boolean tookBytes;

  /**
   * @param socket as {@link NativeTransport} takes it
   */
  EpollTransport(EpollLoop loop, Listener listener, int socket) {
    super(listener, socket);
    this.loop = loop;
  }

  /**
   * Does what {@code events} say is possible.
   *
   * @return the time of the last read (run clock), 0 when there was none
   */
  long ready(int events) {
    if (isClosed()) {
      return 0;
    }
    if (connecting && !finishConnect()) {
      return 0;
    }
    long readNs = 0;
    if ((events & (EPOLLIN | ENDING)) != 0) {
      readNs = read((events & ENDING) != 0);
    }
    if (wantsRoom && !isClosed() && (events & EPOLLOUT) != 0) {
      wantsRoom = false;
      listener.writable();
    }
    return readNs;
  }

  private boolean finishConnect() {
    int error = loop.sockets().pendingError(socket);
    if (error != 0) {
      fail(error);
      return false;
    }
    connecting = false;
    listener.connected();
    return !isClosed();
  }

  /**
   * A read that does not fill the buffer has emptied the socket; what comes later is a new event.
   * Only the stream's end may stand behind it without one.
   */
  private long read(boolean toTheEnd) {
    TimedReceive receive = loop.receive();
    boolean isFirst = true;
    long readNs = 0;
    int count = TimedReceive.CAPACITY;
    while (!isClosed() && (count == TimedReceive.CAPACITY || (toTheEnd && count > 0))) {
      count = receive.from(socket);
      readNs = loop.nowNs();
      tookBytes |= count > 0;
      if (count > 0) {
        long receivedNs = loop.arrivalTimes().arrivalNs(receive.arrivalNs(), readNs);
        if (isFirst && LateRead.isLate(count, TimedReceive.CAPACITY, receivedNs, readNs)) {
          listener.readLate(loop.sockets().receiveBufferPct(socket, count), readNs);
        }
        isFirst = false;
        listener.received(receive.taken(count), receivedNs, readNs);
      } else if (count == 0) {
        end(END_OF_STREAM);
      } else if (count == -Linux.EINTR) {
        count = TimedReceive.CAPACITY;
      } else if (count != -Linux.EAGAIN) {
        fail(-count);
      }
    }
    return readNs;
  }

  @Override
  public boolean write(ByteBuffer bytes) throws IOException {
    requireOpen();
    while (bytes.hasRemaining()) {
      long count = loop.sendCopy().to(socket, bytes);
      if (count >= 0) {
        bytes.position(bytes.position() + (int) count);
      } else if (count == -Linux.EAGAIN) {
        wantsRoom = true;
        return false;
      } else if (count != -Linux.EINTR) {
        throw new SystemCallException((int) -count);
      }
    }
    return true;
  }

  @Override
  public boolean takeWaiting() {
    if (isClosed() || (connecting && !loop.sockets().isConnected(socket))) {
      return false;
    }
    tookBytes = false;
    boolean wasConnecting = connecting;
    if (!connecting || finishConnect()) {
      read(false);
    }
    return wasConnecting || tookBytes;
  }

  @Override
  void release() {
    loop.close(this, socket);
  }
}
