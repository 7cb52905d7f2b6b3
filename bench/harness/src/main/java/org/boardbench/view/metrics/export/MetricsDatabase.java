package org.boardbench.view.metrics.export;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A VictoriaMetrics, by its HTTP API. Every failure is one line that names its URL. */
final class MetricsDatabase implements AutoCloseable {
  private static final Duration CONNECT_DEADLINE = Duration.ofSeconds(5);
  static final Duration ANSWER_DEADLINE = Duration.ofSeconds(60);
  private static final int FIRST_SUCCESS = 200;
  private static final int FIRST_NO_SUCCESS = 300;

  private final URI base;
  private final Duration answerDeadline;
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(CONNECT_DEADLINE).build();

  /**
   * @param answerDeadline until the whole of an answer is there
   */
  MetricsDatabase(URI base, Duration answerDeadline) {
    this.base = base;
    this.answerDeadline = answerDeadline;
  }

  /** Takes pages of values, each with its time. */
  void add(byte[] pages) throws ExportException, InterruptedException {
    post("/api/v1/import/prometheus", BodyPublishers.ofByteArray(pages));
  }

  /**
   * The labels of all series that fit a selector. What was just sent counts in a moment, if nobody
   * has asked for the same selector and time before: VictoriaMetrics remembers that there was none.
   *
   * @param from at which time or later
   */
  JsonNode series(String selector, Instant from) throws ExportException, InterruptedException {
    post("/internal/force_flush", BodyPublishers.noBody());
    String question =
        "/api/v1/series?start=" + from.getEpochSecond() + "&match%5B%5D=" + encoded(selector);
    String answer = post(question, BodyPublishers.noBody());
    try {
      return JsonMapper.shared().readTree(answer).path("data");
    } catch (JacksonException e) {
      throw new ExportException(base + " does not answer as a VictoriaMetrics does: no JSON");
    }
  }

  /** Forgets all series that fit a selector. */
  void delete(String selector) throws ExportException, InterruptedException {
    post(
        "/api/v1/admin/tsdb/delete_series?match%5B%5D=" + encoded(selector),
        BodyPublishers.noBody());
  }

  private static String encoded(String selector) {
    return URLEncoder.encode(selector, StandardCharsets.UTF_8);
  }

  private String post(String path, BodyPublisher body)
      throws ExportException, InterruptedException {
    String root = base.toString().replaceAll("/+$", "");
    HttpRequest request = HttpRequest.newBuilder(URI.create(root + path)).POST(body).build();
    try {
      HttpResponse<String> answer = answer(request);
      if (answer.statusCode() < FIRST_SUCCESS || answer.statusCode() >= FIRST_NO_SUCCESS) {
        String reason = answer.body().lines().findFirst().orElse("");
        throw new ExportException(
            (base + " refused with status " + answer.statusCode() + ": " + reason).strip());
      }
      return answer.body();
    } catch (ConnectException e) {
      throw new ExportException(
          "cannot connect to "
              + base
              + ": "
              + (isHostNotFound(e) ? "host not found" : "connection refused"));
    } catch (HttpConnectTimeoutException e) {
      throw new ExportException("cannot connect to " + base + ": connection timed out");
    } catch (TimeoutException e) {
      throw new ExportException(
          base + " timed out: no answer within " + seconds(answerDeadline) + " s");
    } catch (ExportException e) {
      throw e;
    } catch (IOException e) {
      throw new ExportException(base + " closed the connection in the middle of an exchange");
    }
  }

  private static boolean isHostNotFound(Throwable thrown) {
    return thrown != null
        && (thrown instanceof UnresolvedAddressException || isHostNotFound(thrown.getCause()));
  }

  /** The client's own deadline is over once the first line of an answer has come. */
  private HttpResponse<String> answer(HttpRequest request)
      throws IOException, TimeoutException, InterruptedException {
    CompletableFuture<HttpResponse<String>> answer =
        client.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    try {
      return answer.get(answerDeadline.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof IOException io) {
        throw io;
      }
      throw new IllegalStateException(failed.getCause());
    } finally {
      answer.cancel(true);
    }
  }

  private static String seconds(Duration duration) {
    return BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros().toPlainString();
  }

  /** Without waiting for an answer that does not come. */
  @Override
  public void close() {
    client.shutdownNow();
  }
}
