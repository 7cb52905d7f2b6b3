package org.boardbench.view.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What clients do to a server, on a clock that only the test moves. */
@Timeout(60)
class WebServerTest {
  private static final int CONNECTIONS = 12;
  private static final int STREAMS = 3;
  private static final int PLENTY = 1 << 30;
  private static final WebLimits LIMITS =
      new WebLimits(
          CONNECTIONS,
          STREAMS,
          1 << 10,
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofHours(1),
          PLENTY,
          PLENTY,
          PLENTY);

  private final AtomicLong nowNs = new AtomicLong();
  private final EventLog log = new EventLog("x");
  private WebServer server;

  @BeforeEach
  void start() throws IOException {
    server = WebServer.start(0, this::answer, LIMITS, nowNs::get);
    server.tell(log);
  }

  @AfterEach
  void end() {
    server.close();
  }

  private WebAnswer answer(WebRequest request) {
    return switch (request.path()) {
      case "/events" ->
          new WebAnswer.Stream(
              Map.of("Content-Type", "text/event-stream"),
              log,
              request.header("last-event-id").orElse(""));
      case "/broken" -> throw new IllegalStateException("broken");
      default -> WebAnswer.text(200, "you asked for " + request.path());
    };
  }

  private RawClient client() throws IOException {
    return new RawClient(uri());
  }

  private URI uri() {
    return server.uri("/");
  }

  private void pass(Duration time) {
    nowNs.addAndGet(time.toNanos());
  }

  private void assertThatOthersAreServed() throws IOException {
    try (RawClient other = client()) {
      assertThat(other.get("/other").until("/other\n")).startsWith("HTTP/1.1 200 ");
    }
  }

  @Test
  void answersOneRequestAfterTheOtherAlsoWhenTheyComeTogether() throws IOException {
    try (RawClient client = client()) {
      client.get("/a").until("/a\n");
      client.send("GET /b HTTP/1.1\r\n\r\nHEAD /c HTTP/1.1\r\n\r\nGET /d HTTP/1.0\r\n\r\n");
      client.untilClosed();

      assertThat(client.text())
          .contains("asked for /a\n", "asked for /b\n", "asked for /d\n", "Connection: close")
          .doesNotContain("asked for /c");
    }
  }

  @Test
  void aPageGetsWhatThereIsAndWhatComesAndGoesOnWhereItLeftOff() throws IOException {
    log.append("one", "{}");
    String lastId;
    try (RawClient page = client()) {
      page.get("/events").until("event: one\ndata: {}\n\n");
      log.append("two", "{}");
      page.until("event: two\ndata: {}\n\n");
      lastId = Told.in(page.text()).getLast().id();
    }
    log.append("three", "{}");
    log.append("four", "{}");

    try (RawClient again = client()) {
      again.get("/events", "Last-Event-ID: " + lastId).until("event: four\ndata: {}\n\n");

      assertThat(Told.in(again.text())).extracting(Told::kind).containsExactly("three", "four");
    }
  }

  @Test
  void whoWaitsForItsPagesKnowsWhenTheyHaveEverything() throws Exception {
    try (RawClient page = client()) {
      log.append("one", "{}");
      page.get("/events").until("event: one\ndata: {}\n\n");
      log.append("over", "{}");

      server.awaitStreams(log, Duration.ofSeconds(30));
      server.close();

      page.untilClosed();
      assertThat(Told.in(page.text())).extracting(Told::kind).containsExactly("one", "over");
    }
  }

  @Test
  void aPageThatNeverReadsIsCutAndTheOthersHearEverything() throws IOException {
    String data = "{\"text\":\"" + "x".repeat(100_000) + "\"}";
    try (RawClient hangs = client();
        RawClient reads = client()) {
      hangs.get("/events");
      for (int event = 0; event < 200; event++) {
        log.append("much", data);
      }
      log.append("last", "{}");

      assertThat(Told.in(reads.get("/events").until("event: last\ndata: {}\n\n"))).hasSize(201);
      assertThatOthersAreServed();
      pass(Duration.ofSeconds(31));
      assertThatOthersAreServed();

      assertThat(hangs.untilClosed()).isLessThan(200L * data.length());
    }
  }

  @Test
  void whoDoesNotEndItsRequestIsCut() throws IOException {
    try (RawClient slow = client();
        RawClient silent = client()) {
      slow.send("GET / HTTP/1.1\r\nX: ");
      assertThatOthersAreServed();
      pass(Duration.ofSeconds(11));

      assertThat(slow.untilClosed()).isZero();
      assertThat(silent.untilClosed()).isZero();
      assertThatOthersAreServed();
    }
  }

  @Test
  void hugeHeadersAreRefusedInWords() throws IOException {
    try (RawClient client = client()) {
      client.send("GET / HTTP/1.1\r\nX: " + "x".repeat(1 << 10));
      client.untilClosed();

      assertThat(client.text()).startsWith("HTTP/1.1 431 ").contains("1024 bytes at most");
    }
    assertThatOthersAreServed();
  }

  @Test
  void whatIsNoHttpIsRefusedInWords() throws IOException {
    try (RawClient client = client()) {
      client.send("\u0016\u0003\u0001\r\n\r\n").untilClosed();

      assertThat(client.text()).startsWith("HTTP/1.1 400 ").contains("no request of HTTP/1.1");
    }
  }

  @Test
  void aFloodOfConnectionsTakesTheirOwnPlacesAndNotThatOfAPage() throws IOException {
    try (RawClient page = client()) {
      log.append("one", "{}");
      page.get("/events").until("event: one\ndata: {}\n\n");
      List<RawClient> flood = new ArrayList<>();
      for (int number = 0; number < 3 * CONNECTIONS; number++) {
        flood.add(client());
        assertThatOthersAreServed();
      }

      log.append("two", "{}");
      page.until("event: two\ndata: {}\n\n");
      for (RawClient client : flood) {
        client.close();
      }
    }
  }

  @Test
  void moreStreamsThanThereMayBeAreRefusedInWords() throws IOException {
    log.append("one", "{}");
    List<RawClient> pages = new ArrayList<>();
    for (int number = 0; number < STREAMS; number++) {
      pages.add(client());
      pages.getLast().get("/events").until("event: one\ndata: {}\n\n");
    }

    try (RawClient refused = client()) {
      assertThat(refused.get("/events").until("close one\n")).startsWith("HTTP/1.1 503 ");
    }
    for (RawClient page : pages) {
      page.close();
    }
    try (RawClient next = client()) {
      // The server hears of the others' end in its own time.
      String answer = next.get("/events").until("\r\n\r\n");
      while (answer.startsWith("HTTP/1.1 503 ")) {
        try (RawClient again = client()) {
          answer = again.get("/events").until("\r\n\r\n");
        }
      }
      assertThat(answer).startsWith("HTTP/1.1 200 ");
    }
  }

  @Test
  void aPageThatTalksOnIsNoReaderAndIsCut() throws IOException {
    log.append("one", "{}");
    try (RawClient page = client()) {
      page.get("/events").until("event: one\ndata: {}\n\n");
      page.send("and another thing");

      page.untilClosed();
    }
    assertThatOthersAreServed();
  }

  @Test
  void anAnswerThatFailsCostsNobodyElseAnything() throws IOException {
    try (RawClient client = client()) {
      assertThat(client.get("/broken").untilClosed()).isZero();
    }
    assertThatOthersAreServed();
  }

  @Test
  void otherMethodsAreRefusedInWords() throws IOException {
    try (RawClient client = client()) {
      client.send("DELETE /a HTTP/1.1\r\nHost: localhost\r\n\r\n");

      assertThat(client.until("are answered\n"))
          .startsWith("HTTP/1.1 405 ")
          .contains("Allow: GET, HEAD\r\n");
    }
  }

  @Test
  void headersAreAsTheSiteSaysAndTheLengthIsThatOfTheBody() throws IOException {
    try (RawClient client = client()) {
      String answer = client.get("/a").until("asked for /a\n");

      String body = "you asked for /a\n";
      assertThat(answer)
          .contains("Content-Type: text/plain; charset=utf-8\r\n")
          .contains("Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n")
          .endsWith("\r\n\r\n" + body);
    }
  }
}
