package org.boardbench.view.metrics.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import org.boardbench.input.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiveMetricsTest {
  private final ByteArrayOutputStream notes = new ByteArrayOutputStream();

  private LiveMetrics serve(MetricsPort port) throws InputException {
    return LiveMetrics.serve(
        port, true, "1.2", new PrintStream(notes, true, StandardCharsets.UTF_8));
  }

  @Test
  void servesThePageAndNothingElse() throws Exception {
    try (LiveMetrics metrics = serve(new MetricsPort(OptionalInt.of(0), true));
        HttpClient client = HttpClient.newHttpClient()) {
      URI page = metrics.uri().orElseThrow();
      HttpResponse<String> answer = ask(client, HttpRequest.newBuilder(page));

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).contains("boardbench_build_info{", "version=\"1.2\"");
      assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
          .startsWith("text/plain; version=0.0.4");
      assertThat(ask(client, HttpRequest.newBuilder(page.resolve("/other"))).statusCode())
          .isEqualTo(404);
      assertThat(ask(client, HttpRequest.newBuilder(page).DELETE()).statusCode()).isEqualTo(405);
      assertThat(notes.toString(StandardCharsets.UTF_8)).isEmpty();
    }
  }

  private static HttpResponse<String> ask(HttpClient client, HttpRequest.Builder request)
      throws Exception {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void servesThePageForPeopleBesideTheMetricsUnlessNobodyWantsIt() throws Exception {
    MetricsPort any = new MetricsPort(OptionalInt.of(0), true);
    PrintStream silent = new PrintStream(notes, true, StandardCharsets.UTF_8);
    try (LiveMetrics with = LiveMetrics.serve(any, true, "1.2", silent);
        LiveMetrics without = LiveMetrics.serve(any, false, "1.2", silent);
        HttpClient client = HttpClient.newHttpClient()) {
      URI page = with.dashboard().orElseThrow();
      assertThat(page).hasPath("/");
      assertThat(ask(client, HttpRequest.newBuilder(page)).body()).contains("<title>Boardbench");
      assertThat(with.consumers()).hasSize(2);

      assertThat(without.dashboard()).isEmpty();
      URI metrics = without.uri().orElseThrow();
      assertThat(ask(client, HttpRequest.newBuilder(metrics)).statusCode()).isEqualTo(200);
      assertThat(ask(client, HttpRequest.newBuilder(metrics.resolve("/"))).statusCode())
          .isEqualTo(404);
      assertThat(without.consumers()).hasSize(1);
    }
  }

  @Test
  void aTakenPortIsAnErrorWhereSomeoneAskedForItAndElseANote() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      OptionalInt port = OptionalInt.of(taken.getLocalPort());

      assertThatThrownBy(() -> serve(new MetricsPort(port, true)))
          .isInstanceOf(InputException.class)
          .hasMessageStartingWith("--metrics-port: must be a free port, was " + port.getAsInt());
      try (LiveMetrics metrics = serve(new MetricsPort(port, false))) {
        assertThat(metrics.uri()).isEmpty();
        assertThat(metrics.dashboard()).isEmpty();
        assertThat(metrics.consumers()).isEmpty();
        metrics.awaitLastScrape();
      }
      assertThat(notes.toString(StandardCharsets.UTF_8).lines())
          .containsExactly(
              "No dashboard and no live metrics: port "
                  + port.getAsInt()
                  + " is taken; --metrics-port names another");
    }
  }

  @Test
  void servesNothingWhereThatIsWanted() throws Exception {
    try (LiveMetrics metrics = serve(MetricsPort.parse("off"))) {
      assertThat(metrics.uri()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "65536", "99999999999", "-1", "9464x", "on", "٩٤٦٤"})
  void refusesWhatIsNoPort(String text) {
    assertThatThrownBy(() -> MetricsPort.parse(text))
        .hasMessage("--metrics-port: must be a port from 1 to 65535, or off, was " + text);
  }

  @Test
  void takesEveryPort() throws InputException {
    assertThat(MetricsPort.parse("1").port()).hasValue(1);
    assertThat(MetricsPort.parse("65535").port()).hasValue(65_535);
  }
}
