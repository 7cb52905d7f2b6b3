package org.boardbench.driver.ws;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import org.boardbench.core.Endpoint;
import org.boardbench.core.RunClock;
import org.boardbench.driver.io.AddressList;
import org.boardbench.driver.io.SocketLoop;
import org.boardbench.driver.io.SourceAddresses;
import org.boardbench.driver.io.TlsTransport;
import org.boardbench.plan.model.CompressionChoice;
import org.boardbench.protocol.Handshake;
import org.boardbench.protocol.UserIdentity;
import org.boardbench.scenario.ReplicaAssignment;
import org.java_websocket.handshake.ClientHandshakeBuilder;
import org.java_websocket.handshake.HandshakeImpl1Client;
import org.java_websocket.protocols.Protocol;

/** Opens connections to one endpoint, or to the servers of one. Used by all loops. */
public final class Dialer {
  private static final String AUTHORIZATION = "Authorization";
  private static final String EXTENSIONS = "Sec-WebSocket-Extensions";

  /** From wherever the kernel says. */
  static final SourceAddresses FEW = SourceAddresses.of(1, Long.MAX_VALUE);

  /** Finds the addresses of a host: {@link InetAddress#getAllByName}. */
  @FunctionalInterface
  interface Resolver {
    InetAddress[] addresses(String host) throws UnknownHostException;
  }

  private final Endpoint endpoint;
  private final SSLContext tls;
  private final RunClock clock;
  private final AddressList addresses;
  private final CompressionChoice compression;

  /** One for each server of the endpoint; none where it has a single one. */
  private final List<Dialer> servers;

  private final int boards;

  /** A loop's own, made with its first connection. */
  private final ConcurrentMap<SocketLoop, MessageDeflate> deflates = new ConcurrentHashMap<>();

  /** Looks up the endpoint's host, once for all connections. For a few at a time. */
  public Dialer(Endpoint endpoint, SSLContext tls, RunClock clock) {
    this(endpoint, tls, clock, FEW);
  }

  /** For as many connections as come from {@code sources}. */
  public Dialer(Endpoint endpoint, SSLContext tls, RunClock clock, SourceAddresses sources) {
    this(endpoint, tls, clock, sources, InetAddress::getAllByName);
  }

  public Dialer(
      Endpoint endpoint,
      SSLContext tls,
      RunClock clock,
      SourceAddresses sources,
      Resolver resolver) {
    this(
        endpoint,
        tls,
        clock,
        new AddressList(resolved(endpoint, resolver), sources),
        CompressionChoice.OFF,
        endpoint.otherPorts().isEmpty()
            ? List.of()
            : endpoint.servers().stream()
                .map(server -> new Dialer(server, tls, clock, sources, resolver))
                .toList(),
        1);
  }

  private Dialer(
      Endpoint endpoint,
      SSLContext tls,
      RunClock clock,
      AddressList addresses,
      CompressionChoice compression,
      List<Dialer> servers,
      int boards) {
    this.endpoint = endpoint;
    this.tls = tls;
    this.clock = clock;
    this.addresses = addresses;
    this.compression = compression;
    this.servers = servers;
    this.boards = boards;
  }

  /** The same, whose connections say that of compression; without this they say nothing. */
  public Dialer offering(CompressionChoice choice) {
    List<Dialer> offering = servers.stream().map(server -> server.offering(choice)).toList();
    return new Dialer(endpoint, tls, clock, addresses, choice, offering, boards);
  }

  /** The same for users who are on so many boards. */
  public Dialer onBoards(int number) {
    return new Dialer(endpoint, tls, clock, addresses, compression, servers, number);
  }

  /** To the server that is a user's own, by {@link ReplicaAssignment}. */
  public Dialer toward(UserIdentity identity) {
    return servers.isEmpty()
        ? this
        : servers.get(ReplicaAssignment.replicaOf(identity.user(), boards, servers.size()));
  }

  private static List<InetSocketAddress> resolved(Endpoint endpoint, Resolver resolver) {
    String host =
        Objects.requireNonNull(endpoint.uri().getHost(), () -> "no host in " + endpoint.shown());
    try {
      return Arrays.stream(resolver.addresses(host))
          .map(address -> new InetSocketAddress(address, endpoint.port()))
          .toList();
    } catch (UnknownHostException e) {
      return List.of(InetSocketAddress.createUnresolved(host, endpoint.port()));
    }
  }

  /**
   * Begins to connect. Called by the thread of {@code loop}.
   *
   * @param handshake what this connection's opening asks for
   */
  public Connection dial(SocketLoop loop, Connection.Listener listener, Handshake handshake) {
    Protocol subprotocol = new Protocol(handshake.subprotocol().orElse(""));
    Connection connection =
        new Connection(clock, listener, request(handshake), subprotocol, deflate(loop));
    if (endpoint.isSecure()) {
      TlsTransport transport = new TlsTransport(engine(), loop, connection);
      connection.attach(transport);
      transport.attach(addresses.connect(loop, transport));
    } else {
      connection.attach(addresses.connect(loop, connection));
    }
    return connection;
  }

  private Optional<MessageDeflate> deflate(SocketLoop loop) {
    return compression == CompressionChoice.OFFERED
        ? Optional.of(deflates.computeIfAbsent(loop, of -> new MessageDeflate()))
        : Optional.empty();
  }

  private ClientHandshakeBuilder request(Handshake handshake) {
    URI uri = endpoint.uri();
    ClientHandshakeBuilder request = new HandshakeImpl1Client();
    request.setResourceDescriptor(handshake.requestTarget(endpoint.requestTarget()));
    handshake.headers().forEach(request::put);
    if (compression == CompressionChoice.OFFERED) {
      request.put(EXTENSIONS, DeflateTerms.OFFER);
    }
    request.put("Host", uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort());
    Optional.ofNullable(uri.getRawUserInfo())
        .ifPresent(userInfo -> request.put(AUTHORIZATION, basic(userInfo)));
    endpoint.headers().forEach(request::put);
    return request;
  }

  private static String basic(String rawUserInfo) {
    // A plus sign is one here; only a query's form has it for a space.
    String plain = URLDecoder.decode(rawUserInfo.replace("+", "%2B"), StandardCharsets.UTF_8);
    String encoded = Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    return "Basic " + encoded;
  }

  private SSLEngine engine() {
    String host = endpoint.uri().getHost().replaceAll("[\\[\\]]", "");
    SSLEngine engine = tls.createSSLEngine(host, endpoint.port());
    engine.setUseClientMode(true);
    SSLParameters parameters = engine.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS"); // the certificate must name the host
    engine.setSSLParameters(parameters);
    return engine;
  }
}
