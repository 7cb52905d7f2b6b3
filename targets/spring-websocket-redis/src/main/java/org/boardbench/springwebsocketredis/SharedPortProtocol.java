package org.boardbench.springwebsocketredis;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.NetworkChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioEndpoint;

/**
 * Tomcat's NIO connector on a port that other processes listen on, too: with SO_REUSEPORT, for which
 * Tomcat itself has no setting. Linux deals connections out among all that listen.
 */
public class SharedPortProtocol extends Http11NioProtocol {
  public SharedPortProtocol() {
    super(new Endpoint());
  }

  /** All that {@link NioEndpoint} does with its server socket, which it keeps to itself. */
  private static class Endpoint extends NioEndpoint {
    private volatile ServerSocketChannel server;

    @Override
    protected void initServerSocket() throws IOException {
      server = ServerSocketChannel.open();
      server.setOption(StandardSocketOptions.SO_REUSEPORT, true);
      server.bind(new InetSocketAddress(getAddress(), getPortWithOffset()), getAcceptCount());
    }

    @Override
    protected SocketChannel serverSocketAccept() throws IOException {
      return server.accept();
    }

    @Override
    protected NetworkChannel getServerSocket() {
      return server;
    }

    @Override
    protected void doCloseServerSocket() throws IOException {
      if (server != null) {
        server.close();
      }
    }
  }
}
