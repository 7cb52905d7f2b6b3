package org.boardbench.micro.fanout.socket;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/** Over TCP. While the socket takes nothing the thread waits, parked in a selector. */
final class SocketConnection implements Connection {
  private final SocketChannel channel;
  private final Selector writable;
  private final Backlog backlog;
  private final Duration patience;

  /**
   * @param channel connected
   * @param writable for the thread's waits, shared by its connections
   * @param backlog is told of each byte that the socket takes
   * @param patience after which a socket that takes nothing is given up
   */
  SocketConnection(SocketChannel channel, Selector writable, Backlog backlog, Duration patience)
      throws IOException {
    channel.configureBlocking(false);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    this.channel = channel;
    this.writable = writable;
    this.backlog = backlog;
    this.patience = patience;
  }

  @Override
  public void write(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      taken(channel.write(bytes));
    }
  }

  @Override
  public void write(ByteBuffer[] buffers, int length) throws IOException {
    while (length > 0 && buffers[length - 1].hasRemaining()) {
      taken(channel.write(buffers, 0, length));
    }
  }

  private void taken(long bytes) throws IOException {
    backlog.written(bytes);
    if (bytes == 0) {
      awaitRoom();
    }
  }

  private void awaitRoom() throws IOException {
    SelectionKey key = channel.register(writable, SelectionKey.OP_WRITE);
    try {
      if (writable.select(ready -> {}, patience.toMillis()) == 0) {
        throw new IOException("a socket took nothing for " + patience);
      }
    } finally {
      key.interestOps(0);
    }
  }
}
