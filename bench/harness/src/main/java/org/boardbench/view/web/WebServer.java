package org.boardbench.view.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.boardbench.core.LoopbackPorts;
import org.boardbench.core.Uninterrupted;
import org.boardbench.host.placement.PoliteThread;
import org.boardbench.view.web.RequestReader.BadRequest;

/**
 * Serves a site to this machine alone, on one thread that never waits for a client and that every
 * other thread goes before.
 */
public final class WebServer implements AutoCloseable {
  private static final int WAITING_IN_KERNEL = 50;

  /** How often it looks whether somebody takes too long. */
  private static final long LOOK_MS = 250;

  /** How often while something is used up. */
  private static final long SHORT_MS = 20;

  private static final Duration END = Duration.ofSeconds(1);
  private static final long POLL_MS = 10;

  private final ServerSocketChannel listener;
  private final Selector selector;
  private final SelectionKey listening;
  private final WebSite site;
  private final WebLimits limits;
  private final LongSupplier nowNs;
  private final Thread thread;
  private final Budget accepts;
  private final Budget requests;
  private final Budget bytes;

  // Of the server's thread.
  private final List<WebClient> clients = new ArrayList<>();

  /** Up to which event all streams have everything; the greatest number where there are none. */
  private volatile long caughtUpWith = Long.MAX_VALUE;

  private volatile boolean isClosed;

  private WebServer(
      ServerSocketChannel listener, WebSite site, WebLimits limits, LongSupplier nowNs)
      throws IOException {
    this.listener = listener;
    this.site = site;
    this.limits = limits;
    this.nowNs = nowNs;
    this.selector = Selector.open();
    this.listening = listener.register(selector, SelectionKey.OP_ACCEPT);
    this.accepts = new Budget(limits.connectionsPerSecond(), nowNs.getAsLong());
    this.requests = new Budget(limits.requestsPerSecond(), nowNs.getAsLong());
    this.bytes = new Budget(limits.bytesPerSecond(), nowNs.getAsLong());
    this.thread = Thread.ofPlatform().daemon().name("web-server").unstarted(this::run);
  }

  /**
   * Starts to serve.
   *
   * @param port of 127.0.0.1; 0 for any that is free
   * @throws IOException when the port cannot be had
   */
  public static WebServer start(int port, WebSite site) throws IOException {
    return start(port, site, WebLimits.USUAL, System::nanoTime);
  }

  /**
   * The same with other limits.
   *
   * @param nowNs any monotonic clock
   */
  static WebServer start(int port, WebSite site, WebLimits limits, LongSupplier nowNs)
      throws IOException {
    ServerSocketChannel listener = ServerSocketChannel.open();
    try {
      listener.bind(LoopbackPorts.address(port), WAITING_IN_KERNEL);
      listener.configureBlocking(false);
      WebServer server = new WebServer(listener, site, limits, nowNs);
      server.thread.start();
      return server;
    } catch (IOException e) {
      listener.close();
      throw e;
    }
  }

  /** Where a page is. */
  public URI uri(String path) {
    try {
      int port = ((InetSocketAddress) listener.getLocalAddress()).getPort();
      return LoopbackPorts.uri("http", port, path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends what {@code log} gets as soon as it gets it. */
  public void tell(EventLog log) {
    log.listen(selector::wakeup);
  }

  /** Waits until every stream of {@code log} has all of it, and no longer than {@code atMost}. */
  public void awaitStreams(EventLog log, Duration atMost) throws InterruptedException {
    selector.wakeup();
    long deadlineNs = System.nanoTime() + atMost.toNanos();
    while (caughtUpWith < log.newest() && thread.isAlive() && System.nanoTime() < deadlineNs) {
      Thread.sleep(POLL_MS);
    }
  }

  /** Waits until somebody closes it, or the waiting thread is interrupted. */
  public void awaitEnd() throws InterruptedException {
    thread.join();
  }

  private void run() {
    PoliteThread.become();
    try {
      while (!isClosed) {
        iterate();
      }
    } catch (IOException e) {
      // Without its selector there is nothing to serve; the run does not need it.
    } finally {
      clients.forEach(WebClient::close);
      closeAll();
    }
  }

  private void closeAll() {
    try {
      listener.close();
      selector.close();
    } catch (IOException e) {
      // They are of no use to anybody else.
    }
  }

  private void iterate() throws IOException {
    long now = nowNs.getAsLong();
    closeOverdue(now);
    boolean canAccept = accepts.hasAny(now);
    boolean canRead = requests.hasAny(now);
    boolean canWrite = bytes.hasAny(now);
    listening.interestOps(canAccept ? SelectionKey.OP_ACCEPT : 0);
    clients.forEach(client -> client.interest(canRead, canWrite, now));
    caughtUpWith =
        clients.stream()
            .filter(WebClient::isStream)
            .mapToLong(WebClient::caughtUpWith)
            .min()
            .orElse(Long.MAX_VALUE);
    boolean isShort = !canAccept || !canRead || !canWrite;
    selector.select(this::serve, isShort ? SHORT_MS : clients.isEmpty() ? 0 : LOOK_MS);
  }

  private void closeOverdue(long now) {
    for (WebClient client : List.copyOf(clients)) {
      if (client.isOverdue(now)) {
        drop(client);
      }
    }
  }

  private void serve(SelectionKey key) {
    if (key.attachment() instanceof WebClient client) {
      serve(key, client);
    } else {
      accept();
    }
  }

  private void serve(SelectionKey key, WebClient client) {
    try {
      if (key.isWritable()) {
        write(client);
      }
      if (key.isReadable() && requests.hasAny(nowNs.getAsLong())) {
        client.read().ifPresent(request -> answer(client, request));
      }
    } catch (BadRequest e) {
      client.refuse(e, nowNs.getAsLong());
    } catch (IOException | RuntimeException e) {
      drop(client);
    }
  }

  private void write(WebClient client) throws IOException, BadRequest {
    bytes.take(client.write(nowNs.getAsLong()));
    client.readAhead().ifPresent(request -> answer(client, request));
  }

  private void answer(WebClient client, WebRequest request) {
    requests.take(1);
    WebAnswer answer =
        switch (request.method()) {
          case "GET", "HEAD" -> site.answer(request);
          default ->
              WebAnswer.text(HttpURLConnection.HTTP_BAD_METHOD, "only GET and HEAD are answered")
                  .with(Map.of("Allow", "GET, HEAD"));
        };
    if (answer instanceof WebAnswer.Stream) {
      answer = request.isHead() ? WebAnswer.text(HttpURLConnection.HTTP_OK, "") : orRefusal(answer);
    }
    client.answer(request, answer, nowNs.getAsLong());
  }

  private WebAnswer orRefusal(WebAnswer stream) {
    boolean areTooMany = clients.stream().filter(WebClient::isStream).count() >= limits.streams();
    return areTooMany
        ? WebAnswer.text(
            HttpURLConnection.HTTP_UNAVAILABLE,
            "there are " + limits.streams() + " pages open already; close one")
        : stream;
  }

  private void accept() {
    try {
      SocketChannel channel = listener.accept();
      if (channel == null) {
        return;
      }
      accepts.take(1);
      makeRoom();
      channel.configureBlocking(false);
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      SelectionKey key = channel.register(selector, 0);
      WebClient client = new WebClient(channel, key, limits, nowNs.getAsLong());
      key.attach(client);
      clients.add(client);
    } catch (IOException e) {
      // That client has gone before it was there.
    }
  }

  /** Who only sits there makes room for who comes; streams are fewer than all. */
  private void makeRoom() {
    if (clients.size() >= limits.connections()) {
      Optional<WebClient> silent =
          clients.stream()
              .filter(client -> !client.isStream())
              .min(Comparator.comparingLong(WebClient::waitingSinceNs));
      silent.ifPresent(this::drop);
    }
  }

  private void drop(WebClient client) {
    clients.remove(client);
    client.close();
  }

  /** Ends every connection. */
  @Override
  public void close() {
    isClosed = true;
    selector.wakeup();
    Uninterrupted.join(thread, System.nanoTime() + END.toNanos());
  }
}
