package org.boardbench.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(600)
class HttpAnswersTest {
  private static final String NOTHING_DONE =
      "{\"deliveries\":0,\"faults\":{\"drop\":0,\"duplicate\":0,\"swap\":0,\"misroute\":0,"
          + "\"corrupt\":0,\"delay\":0,\"reserialize\":0,\"fragment\":0,\"ping\":0,\"trickle\":0,"
          + "\"compress\":0,\"huge\":0,\"garbage\":0,\"no-utf8\":0,\"cut\":0,\"cut-all\":0,\"go-away\":0,"
          + "\"error\":0,\"new-error\":0,\"mask\":0,\"bad-close\":0,\"batch\":0,"
          + "\"stall\":0,\"refuse-handshake\":0,\"mute-handshake\":0,"
          + "\"redirect-handshake\":0,\"odd-handshake\":0,"
          + "\"trickle-handshake\":0,\"frames-with-handshake\":0,\"mute-join\":0,\"refuse-join\":0,"
          + "\"cut-join\":0,\"cut-write\":0},"
          + "\"held_ns\":{\"count\":0,\"p50\":0,\"p99\":0,\"max\":0},\"messages\":0,\"made\":0,\"cut\":0,"
          + "\"classes\":{}}";

  private final HttpClient http = HttpClient.newHttpClient();

  private HttpResponse<String> ask(ReferenceServer server, String method, String path)
      throws Exception {
    java.net.http.HttpRequest request =
        java.net.http.HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .method(method, BodyPublishers.noBody())
            .build();
    return http.send(request, BodyHandlers.ofString());
  }

  @Test
  void countsSayWhatWasDoneAndADeleteSetsThemToZero() throws Exception {
    FaultScript script =
        FaultScript.every(3, Fault.DROP).and(2, Fault.DELAY).delayedBy(Duration.ZERO);
    try (http;
        ReferenceServer server = ReferenceServer.start(script);
        TestClient client = TestClient.joined(server, "b1")) {
      for (int i = 1; i <= 5; i++) {
        client.publish("b1", i);
      }
      client.readUntil("\"5.0\"");

      assertThat(ask(server, "GET", "/counts").body())
          .startsWith("{\"deliveries\":5,\"faults\":{\"drop\":1,")
          .contains("\"delay\":2,")
          .contains("\"held_ns\":{\"count\":2,")
          .endsWith(
              ",\"classes\":{\"-\":{\"deliveries\":5,\"faults\":{\"drop\":1,\"delay\":2},"
                  + "\"messages\":5,\"made\":4}}}");
      assertThat(ask(server, "DELETE", "/counts").body()).isEqualTo(NOTHING_DONE);
      assertThat(ask(server, "GET", "/counts").body()).isEqualTo(NOTHING_DONE);
    }
  }

  @Test
  void everyKthIsCountedFromTheLastReset() throws Exception {
    try (http;
        ReferenceServer server = ReferenceServer.start(FaultScript.every(2, Fault.DROP));
        TestClient client = TestClient.joined(server, "b1")) {
      client.publish("b1", 1);
      client.read();
      server.resetCounts();
      client.publish("b1", 2);

      assertThat(client.read().payload()).contains("\"2.0\"");
      assertThat(server.counts().done(Fault.DROP)).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /health, 200",
    "GET, /counts?x=1, 200",
    "POST, /counts, 404",
    "GET, /, 404",
    "GET, /wsx, 404",
    "GET, /ws, 426",
    "GET, /ws/room?token=1, 426"
  })
  void otherRequestsHaveTheirStatus(String method, String path, int status) throws Exception {
    try (http;
        ReferenceServer server = ReferenceServer.start(FaultScript.none())) {
      assertThat(ask(server, method, path).statusCode()).isEqualTo(status);
    }
  }

  @Test
  void aRequestOver16KiBIsRefused() throws Exception {
    try (http;
        ReferenceServer server = ReferenceServer.start(FaultScript.none())) {
      assertThat(ask(server, "GET", "/" + "x".repeat(40_000)).statusCode()).isEqualTo(431);
    }
  }
}
