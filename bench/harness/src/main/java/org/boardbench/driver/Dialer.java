package org.boardbench.driver;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import org.boardbench.driver.socket.SocketLoop;
import org.boardbench.driver.socket.TlsLink;
import org.boardbench.measure.RunClock;
import org.boardbench.target.Endpoint;
import org.java_websocket.handshake.ClientHandshakeBuilder;
import org.java_websocket.handshake.HandshakeImpl1Client;
import org.java_websocket.protocols.Protocol;

/** Opens connections to one endpoint. Used by all loops. */
final class Dialer {
  private static final int WS_PORT = 80;
  private static final int WSS_PORT = 443;

  private final Endpoint endpoint;
  private final String subprotocol;
  private final SSLContext tls;
  private final RunClock clock;
  private final boolean secure;
  private final InetSocketAddress address;

  /** Looks up the endpoint's host, once for all connections. */
  Dialer(Endpoint endpoint, Optional<String> subprotocol, SSLContext tls, RunClock clock) {
    URI uri = endpoint.uri();
    this.endpoint = endpoint;
    this.subprotocol = subprotocol.orElse("");
    this.tls = tls;
    this.clock = clock;
    this.secure = uri.getScheme().toLowerCase(Locale.ROOT).equals("wss");
    int port = uri.getPort() >= 0 ? uri.getPort() : secure ? WSS_PORT : WS_PORT;
    this.address =
        new InetSocketAddress(Objects.requireNonNull(uri.getHost(), "no host in " + uri), port);
  }

  /** Begins to connect. Called by the thread of {@code loop}. */
  Connection dial(SocketLoop loop, Connection.Listener listener) {
    Connection connection = new Connection(clock, listener, request(), new Protocol(subprotocol));
    if (secure) {
      TlsLink link = new TlsLink(engine(), connection);
      connection.attach(link);
      link.attach(loop.connect(address, link));
    } else {
      connection.attach(loop.connect(address, connection));
    }
    return connection;
  }

  private ClientHandshakeBuilder request() {
    URI uri = endpoint.uri();
    String path = Optional.ofNullable(uri.getRawPath()).filter(p -> !p.isEmpty()).orElse("/");
    ClientHandshakeBuilder request = new HandshakeImpl1Client();
    request.setResourceDescriptor(
        uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery());
    request.put("Host", uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort());
    endpoint.headers().forEach(request::put);
    return request;
  }

  private SSLEngine engine() {
    String host = endpoint.uri().getHost().replaceAll("[\\[\\]]", "");
    SSLEngine engine = tls.createSSLEngine(host, address.getPort());
    engine.setUseClientMode(true);
    SSLParameters parameters = engine.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS"); // the certificate must name the host
    engine.setSSLParameters(parameters);
    return engine;
  }
}
