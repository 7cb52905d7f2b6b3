package org.boardbench.profile;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * A conversation by the Chrome DevTools protocol: each command has a number, and its answer has the
 * same. One thread asks.
 */
final class Inspector implements WebSocket.Listener, AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
  private final AtomicInteger number = new AtomicInteger();
  private final StringBuilder text = new StringBuilder();
  private WebSocket socket;

  private Inspector() {}

  static Inspector connect(URI address, Duration deadline)
      throws IOException, InterruptedException {
    Inspector inspector = new Inspector();
    inspector.socket =
        await(
            inspector
                .client
                .newWebSocketBuilder()
                .connectTimeout(deadline)
                .buildAsync(address, inspector),
            deadline);
    return inspector;
  }

  /**
   * Sends a command and waits until it is out, but for no answer.
   *
   * @param parameters a JSON object
   */
  CompletableFuture<JsonNode> ask(String method, String parameters) throws IOException {
    int id = number.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    asked.put(id, answer);
    try {
      socket
          .sendText(
              "{\"id\":" + id + ",\"method\":\"" + method + "\",\"params\":" + parameters + "}",
              true)
          .join();
    } catch (RuntimeException e) {
      throw new IOException(method + " could not be sent: " + e.getMessage(), e);
    }
    return answer;
  }

  /** The same with an answer that nobody needs. */
  void tell(String method, String parameters) throws IOException {
    CompletableFuture<JsonNode> unused = ask(method, parameters);
    unused.exceptionally(gone -> null);
  }

  /** What comes of it within the deadline. */
  static <T> T await(CompletableFuture<T> answer, Duration deadline)
      throws IOException, InterruptedException {
    try {
      return answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new IOException("the inspector: " + e.getCause().getMessage(), e);
    } catch (TimeoutException e) {
      throw new IOException("the inspector gave no answer in time", e);
    }
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean isLast) {
    text.append(part);
    if (isLast) {
      JsonNode message = JSON.readTree(text.toString());
      text.setLength(0);
      CompletableFuture<JsonNode> answer = asked.remove(message.path("id").asInt(0));
      if (answer != null) {
        finish(answer, message);
      }
    }
    from.request(1);
    return null;
  }

  private static void finish(CompletableFuture<JsonNode> answer, JsonNode message) {
    if (message.has("error")) {
      answer.completeExceptionally(
          new IOException(message.path("error").path("message").asString("refused")));
    } else {
      answer.complete(message.path("result"));
    }
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    asked.values().forEach(answer -> answer.completeExceptionally(error));
  }

  @Override
  public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    asked
        .values()
        .forEach(answer -> answer.completeExceptionally(new IOException("it has closed")));
    return null;
  }

  @Override
  public void close() {
    socket.abort();
    client.shutdownNow();
  }
}
