package org.boardbench.micro.fanout.socket;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.function.Function;

/**
 * A board whose members are connected by TCP, with both ends of each connection. For one thread.
 */
final class SocketBoard implements Closeable {
  /** What all peers together may be behind when the next message is published. */
  static final long MAX_BEHIND_BYTES = 4L * 1024 * 1024;

  /** Far beyond what the loopback takes, on a busy machine too. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Two selectors, the listener, and what the JVM opens meanwhile. */
  private static final int OTHER_FILES = 32;

  private final Loopback sockets;
  private final Selector writable;
  private final Backlog backlog;
  private final FrameWriter[] writers;
  private final PeerReader peers;

  private SocketBoard(
      Loopback sockets,
      Function<Connection, FrameWriter> writing,
      Receiver receiver,
      long maxBehindBytes)
      throws IOException {
    this.sockets = sockets;
    this.writable = Selector.open();
    this.backlog = new Backlog(maxBehindBytes, PATIENCE);
    this.writers = new FrameWriter[sockets.servers().size()];
    int member = 0;
    for (SocketChannel server : sockets.servers()) {
      writers[member++] = writing.apply(new SocketConnection(server, writable, backlog, PATIENCE));
    }
    this.peers = PeerReader.start(sockets.peers(), receiver, backlog);
  }

  /**
   * Connects as many members.
   *
   * @throws IllegalStateException when the process may not open that many sockets
   */
  static SocketBoard open(
      Function<Connection, FrameWriter> writing,
      int members,
      Receiver receiver,
      long maxBehindBytes)
      throws IOException {
    OpenFiles.require(2L * members + OTHER_FILES);
    return new SocketBoard(Loopback.open(members), writing, receiver, maxBehindBytes);
  }

  /** Sends the frame to every member, as soon as the peers are not too far behind. */
  void publish(ByteBuffer frame) throws IOException {
    backlog.awaitRoom();
    for (FrameWriter writer : writers) {
      writer.send(frame);
    }
  }

  /** Writes what is pending and returns when everything has arrived. */
  void settle() throws IOException {
    for (FrameWriter writer : writers) {
      writer.flush();
    }
    backlog.awaitAll();
  }

  /** Returns when the peers have read to the end, and all sockets are closed. */
  @Override
  public void close() throws IOException {
    Loopback.closeAll(sockets.servers());
    writable.close();
    peers.finish(PATIENCE);
  }
}
