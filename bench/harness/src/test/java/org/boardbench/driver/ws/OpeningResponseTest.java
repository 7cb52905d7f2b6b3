package org.boardbench.driver.ws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.boardbench.driver.ws.OpeningResponse.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningResponseTest {
  private static final String KEY = "dGhlIHNhbXBsZSBub25jZQ==";

  /** The example of RFC 6455, 1.3. */
  private static final String ACCEPT = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=";

  private static final String LAWFUL =
      http(
          "HTTP/1.1 101 Switching Protocols~Upgrade: websocket~Connection: Upgrade~"
              + "Sec-WebSocket-Accept: "
              + ACCEPT
              + "~~");

  /** With line ends where the text has a tilde. */
  private static String http(String text) {
    return text.replace("~", "\r\n");
  }

  private static OpeningResponse expecting(String subprotocol) {
    return new OpeningResponse(new HandshakeRules(KEY, subprotocol, false));
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String refusal(String answer) {
    OpeningResponse response = expecting("");
    response.take(bytes(answer));
    return response.refusal().orElse("none");
  }

  static Stream<String> lawfulAnswers() {
    return Stream.of(
            "HTTP/1.1 101~upgrade:websocket~CONNECTION:\tkeep-alive, upgrade \t~"
                + "sec-websocket-accept:\t ACCEPT\t~~",
            "HTTP/1.1 101 ~Upgrade: WebSocket~Connection: keep-alive~Connection: Upgrade~"
                + "Sec-WebSocket-Accept:~ ACCEPT~~",
            LAWFUL.replace("\r\n", "\n"),
            "HTTP/1.1 103 Early Hints~Link: </style.css>~~" + LAWFUL,
            "HTTP/1.1 101 Ok~Server: x: y~Sec-WebSocket-Extensions:~Upgrade: h2c, websocket~"
                + "Connection: Upgrade~Sec-WebSocket-Accept: ACCEPT~~",
            LAWFUL)
        .map(answer -> http(answer).replace("ACCEPT", ACCEPT));
  }

  @ParameterizedTest
  @MethodSource("lawfulAnswers")
  void whatHttpAllowsIsTakenInOnePieceAndByteByByte(String answer) {
    ByteBuffer whole = bytes(answer + "frames");
    assertThat(expecting("").take(whole)).isEqualTo(State.ACCEPTED);
    assertThat(whole.remaining()).as("what follows is not the answer's").isEqualTo(6);

    OpeningResponse slow = expecting("");
    for (int i = 0; i < answer.length() - 1; i++) {
      assertThat(slow.take(bytes(answer.substring(i, i + 1)))).isEqualTo(State.INCOMPLETE);
    }
    assertThat(slow.take(bytes("\n"))).isEqualTo(State.ACCEPTED);
    assertThat(slow.refusal()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Upgrade: websocket | Upgrade: h2c | 101 with Upgrade: h2c instead of websocket",
        "Upgrade: websocket | X: y | 101 without Upgrade: websocket",
        "Connection: Upgrade | Connection: close | 101 with Connection: close instead of Upgrade",
        "Connection: Upgrade | X: y | 101 without Connection: Upgrade",
        "HTTP/1.1 | HTTP/1.0 | 101 in HTTP/1.0 instead of HTTP/1.1",
        "Sec-WebSocket-Accept | X | 101 without Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=",
        "s3pPLMBiTxaQ9kYGzzhZRbK+xOo= | c2VjcmV0 | 101 with Sec-WebSocket-Accept: c2VjcmV0 instead of s3pPLMBiTxaQ9kYGzzhZRbK+xOo=",
        "Connection: | Sec-WebSocket-Protocol: chat~Connection: | server chose the subprotocol chat, none was asked for",
        "Connection: | Sec-WebSocket-Extensions: permessage-deflate~Connection: | server chose the extension permessage-deflate, none was asked for"
      })
  void whatIsWrongWithAnUpgradeIsNamed(String part, String other, String why) {
    assertThat(refusal(LAWFUL.replace(part, http(other)))).isEqualTo("handshake: " + why);
  }

  private static OpeningResponse answerToOffer(String extensions) {
    OpeningResponse response = new OpeningResponse(new HandshakeRules(KEY, "", true));
    response.take(
        bytes(
            LAWFUL.replace(
                "Connection:", "Sec-WebSocket-Extensions: " + extensions + "\r\nConnection:")));
    return response;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "permessage-deflate; server_no_context_takeover",
        "permessage-deflate;client_no_context_takeover;server_no_context_takeover",
        "Permessage-Deflate; server_no_context_takeover; server_max_window_bits=12",
        "permessage-deflate; server_max_window_bits=\"8\"; server_no_context_takeover"
      })
  void compressionAsItWasOfferedIsAgreedOn(String extensions) {
    OpeningResponse response = answerToOffer(extensions);
    assertThat(response.refusal()).isEmpty();
    assertThat(response.agreesToDeflate()).isTrue();
  }

  @Test
  void anOfferOfCompressionMayBeLeftUnanswered() {
    OpeningResponse response = answerToOffer("");
    assertThat(response.refusal()).isEmpty();
    assertThat(response.agreesToDeflate()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x-webkit-deflate-frame | server chose the extension x-webkit-deflate-frame, offered was ",
        "permessage-deflate; server_no_context_takeover, bbf-usp-protocol | server chose the extension permessage-deflate; server_no_context_takeover, bbf-usp-protocol, offered was ",
        "permessage-deflate | server_no_context_takeover is missing",
        "permessage-deflate; server_no_context_takeover; client_max_window_bits=15 | client_max_window_bits=15 was not offered",
        "permessage-deflate; server_no_context_takeover; server_max_window_bits=16 | server_max_window_bits=16 was not offered",
        "permessage-deflate; server_no_context_takeover; server_max_window_bits=08 | server_max_window_bits=08 was not offered",
        "permessage-deflate; server_no_context_takeover=1 | server_no_context_takeover=1 was not offered",
        "permessage-deflate; server_no_context_takeover; server_no_context_takeover | server_no_context_takeover stands there twice",
        "permessage-deflate; server_no_context_takeover; level=9 | level=9 was not offered"
      })
  void anAnswerThatWasNotOfferedIsRefusedWithWhatItSays(String extensions, String why) {
    assertThat(answerToOffer(extensions).refusal().orElse("none"))
        .startsWith("handshake: server ")
        .contains(extensions, why);
  }

  @Test
  void theSubprotocolThatWasAskedForMayBeChosenOrLeftOut() {
    String chosen =
        LAWFUL.replace("Connection:", "sec-websocket-protocol: v12.stomp\r\nConnection:");
    assertThat(expecting("v12.stomp").take(bytes(chosen))).isEqualTo(State.ACCEPTED);
    assertThat(expecting("v12.stomp").take(bytes(LAWFUL))).isEqualTo(State.ACCEPTED);

    OpeningResponse other = expecting("v12.stomp");
    other.take(bytes(chosen.replace("v12", "v10")));
    assertThat(other.refusal())
        .contains("handshake: server chose the subprotocol v10.stomp instead of v12.stomp");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HTTP/1.1 503 Service Unavailable~Content-Length: 0~~ | 503 Service Unavailable",
        "HTTP/1.1 429~~ | 429",
        "HTTP/1.0 404 Not Found~~ | 404 Not Found",
        "HTTP/1.1 302 Found~Location: https://u:p@host/login?next=/ws&token=abc~Content-Length: 0~~ | 302 Found, Location: https://***@host/login?next=***&token=***",
        "HTTP/1.1 400 Bad Request~Content-Length: 30~~~~{\"detail\":\"no room\"}~more | 400 Bad Request: {\"detail\":\"no room\"}",
        "HTTP/1.1 403 Forbidden~Transfer-Encoding: chunked~~9~not today~~0~~ | 403 Forbidden: not today",
        "HTTP/1.1 200 OK~~<!DOCTYPE html>~<html> | 200 OK: <!DOCTYPE html>",
        "SSH-2.0-OpenSSH_9.6~more | no HTTP answer, but SSH-2.0-OpenSSH_9.6",
        "HTTP/2 101~~ | no HTTP status line",
        "HTTP/1.1 abc~~ | no HTTP status line"
      })
  void anAnswerThatRefusesSaysWhy(String answer, String why) {
    assertThat(refusal(answer.replace("~", "\r\n"))).isEqualTo("handshake: " + why);
  }

  @Test
  void theFirstLineOfABodyIsWaitedForWhereOneIsPromised() {
    OpeningResponse response = expecting("");
    assertThat(response.take(bytes("HTTP/1.1 503 Busy\r\nContent-Length: 9\r\n\r\n")))
        .isEqualTo(State.INCOMPLETE);
    assertThat(response.take(bytes("come"))).isEqualTo(State.INCOMPLETE);
    assertThat(response.take(bytes(" back"))).isEqualTo(State.REFUSED);
    assertThat(response.refusal()).contains("handshake: 503 Busy: come back");
  }

  @Test
  void aRefusalIsKnownThoughItsBodyNeverCame() {
    OpeningResponse response = expecting("");
    response.take(bytes("HTTP/1.1 503 Busy\r\nTransfer-Encoding: chunked\r\n\r\nff\r\nco"));

    assertThat(response.refusal()).contains("handshake: 503 Busy: co");
    assertThat(expecting("").refusal()).isEmpty();
  }

  @Test
  void answersWithoutEndAreBounded() {
    OpeningResponse head = expecting("");
    ByteBuffer longHead = bytes("HTTP/1.1 101 Ok\r\nX: " + "x".repeat(100_000));
    assertThat(head.take(longHead)).isEqualTo(State.REFUSED);
    assertThat(head.refusal()).contains("handshake: the answer's head is longer than 16384 bytes");

    OpeningResponse body = expecting("");
    ByteBuffer longBody = bytes("HTTP/1.1 500 Oh\r\n\r\n" + "x".repeat(100_000));
    assertThat(body.take(longBody)).isEqualTo(State.REFUSED);
    assertThat(body.refusal().orElseThrow()).hasSizeLessThan(250).endsWith("xxx…");

    OpeningResponse noHttp = expecting("");
    assertThat(noHttp.take(bytes("\u001b[31m" + "y".repeat(100_000)))).isEqualTo(State.REFUSED);
    assertThat(noHttp.refusal().orElseThrow()).hasSizeLessThan(250).doesNotContain("\u001b");
  }
}
