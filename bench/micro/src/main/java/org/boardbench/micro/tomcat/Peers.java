package org.boardbench.micro.tomcat;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.boardbench.micro.profile.ThreadProfiler;

/**
 * The other ends of a server's WebSockets. Their threads' names say that they are no part of the
 * server, so that their CPU time is left out.
 */
final class Peers implements Closeable {
  private static final String HANDSHAKE =
      "GET "
          + TomcatServer.PATH
          + " HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
          + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n";

  private static final String SWITCHED = "HTTP/1.1 101";
  private static final String END = "\r\n\r\n";
  private static final int READ_BYTES = 256 * 1024;

  private final List<SocketChannel> channels = new ArrayList<>();
  private final Selector readable = Selector.open();
  private final ExecutorService writer =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name(ThreadProfiler.PEER + "writer").factory());

  private final AtomicLong received = new AtomicLong();

  private Thread reader;

  private Peers() throws IOException {}

  /** Connects so many. */
  static Peers connect(int port, int number) throws IOException {
    Peers peers = new Peers();
    boolean isComplete = false;
    try {
      for (int i = 0; i < number; i++) {
        peers.add(port);
      }
      peers.reader =
          Thread.ofPlatform().daemon().name(ThreadProfiler.PEER + "reader").start(peers::readAll);
      isComplete = true;
    } finally {
      if (!isComplete) {
        peers.close();
      }
    }
    return peers;
  }

  private void add(int port) throws IOException {
    SocketChannel channel =
        SocketChannel.open(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
    channels.add(channel);
    channel.write(ByteBuffer.wrap(HANDSHAKE.getBytes(StandardCharsets.US_ASCII)));
    StringBuilder answer = new StringBuilder();
    ByteBuffer one = ByteBuffer.allocate(1);
    while (answer.indexOf(END) < 0) {
      if (channel.read(one.clear()) < 0) {
        throw new EOFException("no answer to the handshake: " + answer);
      }
      answer.append((char) one.get(0));
    }
    if (!answer.toString().startsWith(SWITCHED)) {
      throw new IOException("the handshake was refused: " + answer);
    }
    channel.configureBlocking(false);
    channel.register(readable, SelectionKey.OP_READ);
  }

  private void readAll() {
    ByteBuffer buffer = ByteBuffer.allocateDirect(READ_BYTES);
    try {
      while (readable.isOpen()) {
        readable.select(key -> read(key, buffer));
      }
    } catch (IOException | RuntimeException closed) {
      // The selector goes with the connections.
    }
  }

  private void read(SelectionKey key, ByteBuffer buffer) {
    try {
      int length = ((SocketChannel) key.channel()).read(buffer.clear());
      if (length < 0) {
        key.cancel();
      } else {
        received.addAndGet(length);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Bytes that all have read since the handshakes. */
  long received() {
    return received.get();
  }

  /** Has each of them send a frame, which is less than a socket's buffer takes; returns at once. */
  void send(byte[] frame) {
    writer.execute(() -> {
      for (SocketChannel channel : channels) {
        write(channel, ByteBuffer.wrap(frame));
      }
    });
  }

  private static void write(SocketChannel channel, ByteBuffer frame) {
    try {
      while (frame.hasRemaining()) {
        channel.write(frame);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    writer.close();
    readable.close();
    for (SocketChannel channel : channels) {
      channel.close();
    }
    try {
      if (reader != null) {
        reader.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
