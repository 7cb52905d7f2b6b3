package org.boardbench.micro.fanout.socket;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * TCP connections of this process with itself.
 *
 * @param servers the ends that write
 * @param peers the other end of each, in the same order
 */
record Loopback(List<SocketChannel> servers, List<SocketChannel> peers) {
  Loopback {
    servers = List.copyOf(servers);
    peers = List.copyOf(peers);
  }

  static Loopback open(int connections) throws IOException {
    List<SocketChannel> servers = new ArrayList<>();
    List<SocketChannel> peers = new ArrayList<>();
    boolean complete = false;
    try (ServerSocketChannel listener = ServerSocketChannel.open()) {
      listener.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
      while (peers.size() < connections) {
        SocketChannel server = SocketChannel.open(listener.getLocalAddress());
        servers.add(server);
        SocketChannel peer = listener.accept();
        peers.add(peer);
        if (!peer.getRemoteAddress().equals(server.getLocalAddress())) {
          throw new IOException("a stranger connected: " + peer.getRemoteAddress());
        }
      }
      complete = true;
      return new Loopback(servers, peers);
    } finally {
      if (!complete) {
        closeAll(servers);
        closeAll(peers);
      }
    }
  }

  static void closeAll(List<SocketChannel> channels) throws IOException {
    for (SocketChannel channel : channels) {
      channel.close();
    }
  }
}
