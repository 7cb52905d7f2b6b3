package org.boardbench.driver.io;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.boardbench.core.RunClock;

/** A transport on a non-blocking {@link SocketChannel}. */
final class NioTransport implements Transport {
  private final RunClock clock;
  private final Listener listener;
  private SocketChannel channel;
  private SelectionKey key;
  private boolean closed;

  NioTransport(RunClock clock, Listener listener) {
    this.clock = clock;
    this.listener = listener;
  }

  void attach(SocketChannel openChannel) {
    channel = openChannel;
  }

  void attach(SelectionKey registered) {
    key = registered;
  }

  /**
   * Does what the selector found possible.
   *
   * @return the time of the last thing done (run clock)
   */
  long ready(ByteBuffer readBuffer) {
    long nowNs = 0;
    try {
      if (key.isValid() && key.isReadable()) {
        nowNs = read(readBuffer);
      }
      if (key.isValid() && key.isWritable()) {
        key.interestOpsAnd(~SelectionKey.OP_WRITE);
        listener.writable();
      }
      if (key.isValid() && key.isConnectable() && channel.finishConnect()) {
        key.interestOps(SelectionKey.OP_READ);
        listener.connected();
      }
    } catch (IOException e) {
      fail(e);
    }
    return nowNs;
  }

  private long read(ByteBuffer buffer) throws IOException {
    buffer.clear();
    int count = channel.read(buffer);
    long readNs = clock.nowNs();
    if (count > 0) {
      listener.received(buffer.flip(), readNs, readNs);
    } else if (count < 0) {
      end(END_OF_STREAM);
    }
    return readNs;
  }

  @Override
  public boolean write(ByteBuffer bytes) throws IOException {
    channel.write(bytes);
    if (bytes.hasRemaining()) {
      key.interestOpsOr(SelectionKey.OP_WRITE);
      return false;
    }
    return true;
  }

  void connect(InetSocketAddress address) throws IOException {
    channel.connect(address);
  }

  void fail(Exception e) {
    end(ConnectionErrors.of(e));
  }

  private void end(String reason) {
    if (!closed) {
      close();
      listener.ended(reason);
    }
  }

  @Override
  public void close() {
    closed = true;
    if (channel != null) {
      try {
        channel.close();
      } catch (IOException e) {
        // The descriptor is given back even so, and nobody waits for this transport any more.
      }
    }
  }
}
