package org.boardbench.browser.page;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.boardbench.core.Endpoint;

/**
 * Gives the page to browsers of this machine, and hands their WebSockets on to a target, so that
 * page and server have one origin, as they would in production: many servers refuse pages of
 * others. Only for people: what hands on takes time, and is in no measurement.
 */
public final class PageServer implements AutoCloseable {
  private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
  private static final int WAITING = 50;
  private static final int HEAD_TIMEOUT_MS = 10_000;
  private static final int CONNECT_TIMEOUT_MS = 5_000;
  private static final byte[] NOTHING = {};

  private final ServerSocket listening;
  private final Endpoint target;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  private PageServer(ServerSocket listening, Endpoint target) {
    this.listening = listening;
    this.target = target;
  }

  /**
   * Listens on the loopback address.
   *
   * @param port 0 for one that is free
   * @param target gets the WebSockets; on this machine
   */
  public static PageServer start(int port, Endpoint target) throws IOException {
    ServerSocket listening = new ServerSocket(port, WAITING, LOOPBACK);
    PageServer server = new PageServer(listening, target);
    Thread.ofVirtual().name("page-server").start(server::accept);
    return server;
  }

  /** Where the page is. */
  public URI uri() {
    return URI.create("http://" + authority() + "/");
  }

  private String authority() {
    return "127.0.0.1:" + listening.getLocalPort();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = listening.accept();
        open.add(socket);
        Thread.ofVirtual().name("page-request").start(() -> serve(socket));
      }
    } catch (IOException closed) {
      // Nobody is served any more.
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setSoTimeout(HEAD_TIMEOUT_MS);
      InputStream in = new BufferedInputStream(socket.getInputStream());
      Optional<RequestHead> head = RequestHead.read(in);
      if (head.isPresent()) {
        answer(head.get(), socket, in);
      }
    } catch (IOException gone) {
      // The browser asks again if it still wants something.
    } finally {
      open.remove(socket);
    }
  }

  /**
   * A page of another site could have its name point here and then be of this origin; its requests
   * still say its own name.
   */
  private boolean isOurs(RequestHead head) {
    Set<String> names = Set.of(authority(), "localhost:" + listening.getLocalPort());
    boolean isOurHost = head.field("Host").filter(names::contains).isPresent();
    boolean isOurPage =
        head.field("Origin")
            .map(origin -> names.stream().anyMatch(name -> origin.equals("http://" + name)))
            .orElse(!head.asksForWebSocket());
    return isOurHost && isOurPage;
  }

  private void answer(RequestHead head, Socket socket, InputStream in) throws IOException {
    OutputStream out = socket.getOutputStream();
    if (!isOurs(head)) {
      write(out, "421 Misdirected Request", "text/plain; charset=utf-8", NOTHING, authority());
    } else if (head.asksForWebSocket()) {
      handOn(head, socket, in);
    } else if (!head.method().equals("GET")) {
      write(out, "405 Method Not Allowed", "text/plain; charset=utf-8", NOTHING, authority());
    } else {
      Optional<PageFiles.PageFile> file = PageFiles.named(head.path().substring(1));
      write(
          out,
          file.isPresent() ? "200 OK" : "404 Not Found",
          file.map(PageFiles.PageFile::type).orElse("text/plain; charset=utf-8"),
          file.map(PageFiles.PageFile::bytes).orElse(NOTHING),
          head.field("Host").orElseThrow());
    }
  }

  private static void write(
      OutputStream out, String status, String type, byte[] body, String authority)
      throws IOException {
    Map<String, String> headers = new LinkedHashMap<>(PageFiles.headers(authority));
    headers.put("Content-Type", type);
    headers.put("Content-Length", Integer.toString(body.length));
    headers.put("Connection", "close");
    StringBuilder head = new StringBuilder("HTTP/1.1 " + status + "\r\n");
    headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    out.write(body);
    out.flush();
  }

  /** Bytes both ways until one side has no more. */
  private void handOn(RequestHead head, Socket browser, InputStream fromBrowser)
      throws IOException {
    String host = target.uri().getHost();
    try (Socket server = new Socket()) {
      open.add(server);
      server.connect(new InetSocketAddress(host, target.port()), CONNECT_TIMEOUT_MS);
      server.setTcpNoDelay(true);
      browser.setTcpNoDelay(true);
      browser.setSoTimeout(0);
      server
          .getOutputStream()
          .write(head.forwarded(target.requestTarget(), host + ":" + target.port()));
      Thread back = Thread.ofVirtual().name("page-socket").start(() -> copy(server, browser));
      try {
        fromBrowser.transferTo(server.getOutputStream());
      } finally {
        server.shutdownInput(); // ends the other direction
        join(back);
        open.remove(server);
      }
    }
  }

  private static void copy(Socket server, Socket browser) {
    try (browser) {
      server.getInputStream().transferTo(browser.getOutputStream());
    } catch (IOException gone) {
      // The other direction ends by it too.
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
    for (Socket socket : open) {
      socket.close();
    }
  }
}
