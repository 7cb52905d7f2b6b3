package org.boardbench.micro.fanout.socket;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;

/**
 * Reads all members' ends on one thread, until each has been closed from the other side. Its name
 * says that it is no part of the server, so that its CPU time is left out.
 */
final class PeerReader {
  static final String THREAD = "peer-reader";

  private static final int READ_BYTES = 256 * 1024;

  private final ByteBuffer buffer = ByteBuffer.allocateDirect(READ_BYTES);
  private final List<SocketChannel> peers;
  private final Selector readable;
  private final Receiver receiver;
  private final Backlog backlog;
  private final Thread thread;

  /** What ended the thread before its time. */
  private volatile Exception failure;

  private int open;
  private long bytesOfRound;

  private PeerReader(
      List<SocketChannel> peers, Selector readable, Receiver receiver, Backlog backlog) {
    this.peers = peers;
    this.readable = readable;
    this.receiver = receiver;
    this.backlog = backlog;
    this.open = peers.size();
    this.thread = Thread.ofPlatform().daemon().name(THREAD).unstarted(this::readToEnd);
  }

  /**
   * Begins to read.
   *
   * @param peers connected; closed when the thread ends
   * @param backlog is told what has arrived, after the receiver
   */
  static PeerReader start(List<SocketChannel> peers, Receiver receiver, Backlog backlog)
      throws IOException {
    PeerReader reader = new PeerReader(peers, Selector.open(), receiver, backlog);
    for (int member = 0; member < peers.size(); member++) {
      SocketChannel peer = peers.get(member);
      peer.configureBlocking(false);
      peer.register(reader.readable, SelectionKey.OP_READ, member);
    }
    reader.thread.start();
    return reader;
  }

  /**
   * Waits for the thread's end, once all connections have been closed.
   *
   * @throws IOException when it does not end, or ended before
   */
  void finish(Duration patience) throws IOException {
    try {
      if (!thread.join(patience)) {
        throw new IOException("the peers still read after " + patience);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while peers read", e);
    }
    if (failure != null) {
      throw new IOException("the peers stopped reading", failure);
    }
  }

  private void readToEnd() {
    try (readable) {
      while (open > 0) {
        bytesOfRound = 0;
        readable.select(this::read);
        backlog.arrived(bytesOfRound);
      }
    } catch (IOException | RuntimeException e) {
      failure = e;
    } finally {
      peers.forEach(PeerReader::close);
    }
  }

  private void read(SelectionKey key) {
    try {
      int length = ((SocketChannel) key.channel()).read(buffer.clear());
      if (length < 0) {
        key.channel().close();
        open--;
        return;
      }
      receiver.received((int) key.attachment(), buffer.flip());
      bytesOfRound += length;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void close(SocketChannel peer) {
    try {
      peer.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
