package org.boardbench.sut.launch.docker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Stands before the engine, so that it can be gone for a client while it is there for others. */
final class EngineProxy {
  private final Path engine;
  private final ServerSocketChannel server;
  private final Queue<SocketChannel> open = new ConcurrentLinkedQueue<>();

  /**
   * @param socket where it listens
   * @param engine where the engine does
   */
  EngineProxy(Path socket, Path engine) throws IOException {
    this.engine = engine;
    this.server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(socket));
    Thread.startVirtualThread(this::accept);
  }

  private void accept() {
    try {
      while (true) {
        SocketChannel client = server.accept();
        SocketChannel behind = SocketChannel.open(UnixDomainSocketAddress.of(engine));
        open.add(client);
        open.add(behind);
        Thread.startVirtualThread(() -> copy(client, behind));
        Thread.startVirtualThread(() -> copy(behind, client));
      }
    } catch (IOException closed) {
      vanish();
    }
  }

  /** One direction ends for itself: a client may have said all before it has heard all. */
  private static void copy(SocketChannel from, SocketChannel to) {
    try {
      Channels.newInputStream(from).transferTo(Channels.newOutputStream(to));
      to.shutdownOutput();
    } catch (IOException closed) {
      // By vanish, or by one of the two.
    }
  }

  /** From now on there is no engine for those who ask here. */
  void vanish() {
    try {
      server.close();
      for (SocketChannel channel : open) {
        channel.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
