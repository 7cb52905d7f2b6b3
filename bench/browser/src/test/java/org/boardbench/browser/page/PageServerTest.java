package org.boardbench.browser.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.boardbench.core.Endpoint;
import org.boardbench.reference.FaultScript;
import org.boardbench.reference.ReferenceServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageServerTest {
  private final ReferenceServer target = ReferenceServer.start(FaultScript.none());
  private PageServer page;

  @BeforeEach
  void start() throws IOException {
    page = PageServer.start(0, new Endpoint(target.uri(), Map.of()));
  }

  @AfterEach
  void stop() throws IOException {
    page.close();
    target.close();
  }

  @Test
  void thePageAndItsFilesMayLoadNothingButThemselves() throws Exception {
    HttpResponse<String> index = get("");

    assertThat(index.statusCode()).isEqualTo(200);
    assertThat(index.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "script-src 'self'", "connect-src 'self'")
        .doesNotContain("unsafe");
    assertThat(index.headers().map())
        .containsEntry("cross-origin-opener-policy", List.of("same-origin"))
        .containsEntry("cross-origin-embedder-policy", List.of("require-corp"));
    for (String file : List.of("board.js", "observer.js", "connection.js", "board.css")) {
      assertThat(get(file).statusCode()).as(file).isEqualTo(200);
    }
    assertThat(get("board.js").headers().firstValue("Content-Type").orElseThrow())
        .startsWith("text/javascript");
  }

  @ParameterizedTest
  @ValueSource(strings = {"none.js", "../pom.xml", "%2e%2e/pom.xml", "board/board.js"})
  void whatIsNoFileOfThePageIsNotThere(String name) throws Exception {
    assertThat(first("GET /" + name + " HTTP/1.1\r\nHost: " + authority() + "\r\n\r\n"))
        .contains("404");
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.example", "127.0.0.1:1", "127.0.0.1"})
  void aRequestUnderAnotherNameIsRefused(String host) throws Exception {
    assertThat(first("GET / HTTP/1.1\r\nHost: " + host + "\r\n\r\n")).contains("421");
    assertThat(first("GET / HTTP/1.1\r\n\r\n")).contains("421");
  }

  @Test
  void aSocketOfAnotherSitesPageIsRefused() throws Exception {
    String upgrade =
        "GET /ws HTTP/1.1\r\nHost: "
            + authority()
            + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n";

    assertThat(first(upgrade + "Origin: http://evil.example\r\n\r\n")).contains("421");
    assertThat(first(upgrade + "\r\n")).contains("421");
  }

  @Test
  void onlyGettingIsAllowed() throws Exception {
    assertThat(first("POST / HTTP/1.1\r\nHost: " + authority() + "\r\n\r\n")).contains("405");
  }

  @Test
  void aSocketOfThePageIsHandedOnToTheTarget() throws Exception {
    CompletableFuture<String> answer = new CompletableFuture<>();
    WebSocket socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .header("Origin", "http://" + authority())
            .buildAsync(URI.create("ws://" + authority() + "/ws"), new FirstText(answer))
            .get(10, TimeUnit.SECONDS);

    socket
        .sendText("{\"type\":\"join\",\"boardId\":\"b\",\"userId\":\"u\"}", true)
        .get(10, TimeUnit.SECONDS);

    assertThat(answer.get(10, TimeUnit.SECONDS)).contains("joined");
    assertThat(target.requests().getFirst()).contains("http://127.0.0.1:" + target.port());
    socket.abort();
  }

  @Test
  void whoClosesItEndsWhatWasHandedOn() throws Exception {
    CompletableFuture<String> answer = new CompletableFuture<>();
    WebSocket socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .header("Origin", "http://" + authority())
            .buildAsync(URI.create("ws://" + authority() + "/ws"), new FirstText(answer))
            .get(10, TimeUnit.SECONDS);

    page.close();

    assertThat(answer).failsWithin(Duration.ofSeconds(10));
    socket.abort();
  }

  private String authority() {
    return page.uri().getAuthority();
  }

  private HttpResponse<String> get(String file) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(page.uri().resolve(file)).build(),
            HttpResponse.BodyHandlers.ofString());
  }

  /** The first line of the answer. */
  private String first(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), page.uri().getPort())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))
          .readLine();
    }
  }

  /** The first text, or how it came to none. */
  private record FirstText(CompletableFuture<String> answer) implements WebSocket.Listener {
    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
      answer.complete(text.toString());
      return WebSocket.Listener.super.onText(socket, text, last);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
      answer.completeExceptionally(new IOException("closed"));
      return WebSocket.Listener.super.onClose(socket, status, reason);
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      answer.completeExceptionally(error);
    }
  }
}
