package org.boardbench.sut.link;

import java.io.IOException;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.List;

/**
 * A connection that somebody made to a relay, and the one that the relay made to the server for it.
 * Each end is passed on as what it is: a close as a close, a reset as a reset. For the relay's
 * thread alone.
 */
final class RelayedConnection {
  private final SocketChannel client;
  private final SocketChannel server;
  private final SelectionKey clientKey;
  private final SelectionKey serverKey;
  private final Flow toServer;
  private final Flow toClient;
  private boolean isConnected;

  /** Begins to connect to {@code address}; nothing is read from the client before that is done. */
  RelayedConnection(SocketChannel client, SocketAddress address, Lines lines, Selector selector)
      throws IOException {
    this.client = client;
    this.server = SocketChannel.open();
    try {
      for (SocketChannel channel : List.of(client, server)) {
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      }
      toServer = new Flow(client, server, lines.toServer());
      toClient = new Flow(server, client, lines.toClient());
      clientKey = client.register(selector, 0, this);
      serverKey = server.register(selector, 0, this);
      isConnected = server.connect(address);
      want();
    } catch (IOException | RuntimeException e) {
      reset();
      throw e;
    }
  }

  /** Both directions of a relay. */
  record Lines(Line toServer, Line toClient) {}

  List<Flow> flows() {
    return List.of(toServer, toClient);
  }

  /** Does what a socket is ready for. */
  void ready(SelectionKey key, ByteBuffer buffer, long nowNs) {
    try {
      if (key.isConnectable()) {
        isConnected = server.finishConnect();
      }
      boolean isClients = key.equals(clientKey);
      if (key.isReadable()) {
        (isClients ? toServer : toClient).read(buffer, nowNs);
      }
      if (key.isWritable()) {
        (isClients ? toClient : toServer).write(nowNs);
      }
      want();
    } catch (IOException broken) {
      abort();
    }
  }

  /** Passes on what of a flow has become due. */
  void due(Flow flow, long nowNs) {
    try {
      flow.write(nowNs);
      want();
    } catch (IOException broken) {
      abort();
    }
  }

  private void want() throws IOException {
    if (toServer.isOver() && toClient.isOver()) {
      client.close();
      server.close();
    } else if (!isConnected) {
      serverKey.interestOps(SelectionKey.OP_CONNECT);
    } else {
      clientKey.interestOps(interest(toServer.wantsToRead(), toClient.wantsToWrite()));
      serverKey.interestOps(interest(toClient.wantsToRead(), toServer.wantsToWrite()));
    }
  }

  private static int interest(boolean reads, boolean writes) {
    return (reads ? SelectionKey.OP_READ : 0) | (writes ? SelectionKey.OP_WRITE : 0);
  }

  /** Ends both sides with a reset. */
  void abort() {
    toServer.abandon();
    toClient.abandon();
    reset();
  }

  private void reset() {
    for (SocketChannel channel : List.of(client, server)) {
      try (channel) {
        channel.setOption(StandardSocketOptions.SO_LINGER, 0);
      } catch (IOException closedAlready) {
        // Then its end has been told.
      }
    }
  }
}
