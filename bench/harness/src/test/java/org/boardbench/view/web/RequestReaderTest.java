package org.boardbench.view.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.boardbench.view.web.RequestReader.BadRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestReaderTest {
  private final RequestReader reader = new RequestReader(200);

  private Optional<WebRequest> take(String text) throws BadRequest {
    reader.room().put(text.getBytes(StandardCharsets.ISO_8859_1));
    return reader.next();
  }

  @Test
  void putsARequestTogetherHoweverItComes() throws BadRequest {
    assertThat(take("GET /events?x=1 HTT")).isEmpty();
    assertThat(take("P/1.1\r\nHost: localhost\r\nLast-Event-ID:\ta-7 \r\n")).isEmpty();

    WebRequest request = take("\r\nGET / HTTP/1.0\r\n").orElseThrow();

    assertThat(request.path()).isEqualTo("/events");
    assertThat(request.header("last-event-id")).contains("a-7");
    assertThat(request.staysOpen()).isTrue();
    WebRequest second = take("\r\n").orElseThrow();
    assertThat(second.path()).isEqualTo("/");
    assertThat(second.staysOpen()).isFalse();
    assertThat(reader.hasBegun()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET http://127.0.0.1/ HTTP/1.1",
        "GET / HTTP/2.0",
        "GET /\tx HTTP/1.1",
        "get / HTTP/1.1",
        "\u0016\u0003\u0001",
        "GET / HTTP/1.1\r\nHost localhost",
        "GET / HTTP/1.1\r\n folded: line",
        "GET / HTTP/1.1\r\nHost: a\r\nHost: b",
        "GET / HTTP/1.1\r\nX: \u0007"
      })
  void whatIsNotClearIsRefused(String head) {
    assertThatThrownBy(() -> take(head + "\r\n\r\n"))
        .isInstanceOfSatisfying(
            BadRequest.class, refusal -> assertThat(refusal.status()).isEqualTo(400));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Content-Length: 5", "Transfer-Encoding: chunked"})
  void whatHasABodyIsRefused(String header) {
    assertThatThrownBy(() -> take("POST / HTTP/1.1\r\n" + header + "\r\n\r\n"))
        .isInstanceOfSatisfying(
            BadRequest.class, refusal -> assertThat(refusal.status()).isEqualTo(413));
  }

  @Test
  void headersThatDoNotEndAreRefusedWhenTheyAreTooLong() {
    assertThatThrownBy(() -> take("GET / HTTP/1.1\r\nX: " + "x".repeat(200 - 19)))
        .isInstanceOfSatisfying(
            BadRequest.class, refusal -> assertThat(refusal.status()).isEqualTo(431));
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1:9464", "localhost", "LOCALHOST:1", "[::1]:80"})
  void thisMachineHasTheseNames(String host) throws BadRequest {
    assertThat(take("GET / HTTP/1.1\r\nHost: " + host + "\r\n\r\n").orElseThrow().isForLoopback())
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"evil.example", "127.0.0.1.evil.example", "localhost.evil.example:9464", "", "0"})
  void otherNamesAreThoseOfOtherSites(String host) throws BadRequest {
    assertThat(take("GET / HTTP/1.1\r\nHost: " + host + "\r\n\r\n").orElseThrow().isForLoopback())
        .isFalse();
  }
}
