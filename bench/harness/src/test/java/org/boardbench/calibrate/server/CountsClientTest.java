package org.boardbench.calibrate.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountsClientTest {
  private static final String COUNTS =
      "{\"deliveries\":123,\"faults\":{\"drop\":4,\"swap\":0},"
          + "\"held_ns\":{\"count\":5,\"p50\":6,\"p99\":7,\"max\":8}}";

  private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
  private HttpServer server;
  private CountsClient client;
  private volatile String answer = COUNTS;

  @BeforeEach
  void startAServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
          byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, bytes.length);
          try (OutputStream body = exchange.getResponseBody()) {
            body.write(bytes);
          }
        });
    server.start();
    client =
        new CountsClient(URI.create("ws://127.0.0.1:" + server.getAddress().getPort() + "/ws"));
  }

  @AfterEach
  void stopIt() {
    server.stop(0);
  }

  @Test
  void readsWhatTheServerDidAndSetsItToZero() {
    ServerCounts counts = client.counts();
    client.reset();

    assertThat(counts.deliveries()).isEqualTo(123);
    assertThat(counts.done("drop")).isEqualTo(4);
    assertThat(counts.done("ping")).isZero();
    assertThat(counts.held()).isEqualTo(new ServerCounts.HeldTimes(5, 6, 7, 8));
    assertThat(requests).containsExactly("GET /counts", "DELETE /counts");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{                                | are no JSON",
        "{}                               | lack the number deliveries",
        "{\"deliveries\":1.5}             | lack the number deliveries",
        "{\"deliveries\":1,\"faults\":{\"drop\":\"4\"}} | lack the number drop",
        "{\"deliveries\":1,\"faults\":{}} | lack the number held_ns.count"
      })
  void anAnswerThatIsNoCountsFailsTheCaseInALine(String text, String reason) {
    answer = text;

    assertThatThrownBy(client::counts)
        .isInstanceOf(CaseFailure.class)
        .hasMessageStartingWith("the reference server's counts " + reason);
  }

  @Test
  void aServerThatIsGoneFailsTheCaseInALine() {
    server.stop(0);

    assertThatThrownBy(client::counts)
        .isInstanceOf(CaseFailure.class)
        .hasMessageStartingWith("the reference server does not answer GET /counts: ");
  }
}
