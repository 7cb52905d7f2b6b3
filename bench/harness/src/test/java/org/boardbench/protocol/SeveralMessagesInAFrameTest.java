package org.boardbench.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeveralMessagesInAFrameTest {
  private static final UserIdentity USER = new UserIdentity(1, 0);
  private static final StrokePayload PAYLOAD = new StrokePayload(300);

  private static List<String> messages(String protocol, String frame) {
    UserSession session = Protocols.named(protocol).orElseThrow().session(USER, PAYLOAD.body(USER));
    byte[] bytes = ("<<" + frame + ">>").getBytes(StandardCharsets.UTF_8);
    List<String> found = new ArrayList<>();
    session.messages(
        bytes,
        2,
        bytes.length - 4,
        (of, from, size) -> found.add(new String(of, from, size, StandardCharsets.UTF_8)));
    return found;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{A}\n{B}", "{A}{B}", "[{A},{B}]", " [ {A} ,\n {B} ]\n", "\u001e{A}\n\u001e{B}\n"})
  void jsonObjectsAreTakenApart(String template) {
    String a = "{\"text\":\"} { \\\" ü ]\",\"inner\":{\"list\":[{},[1]]}}";
    String b = "{\"b\":1}";

    assertThat(messages("raw", template.replace("{A}", a).replace("{B}", b))).containsExactly(a, b);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "   ", "hello", "[]", "[1,2]", "42[\"stroke\",{}]", "null", "{\"a\":1} x"})
  void whatIsNotObjectsAloneStaysWhole(String frame) {
    assertThat(messages("raw", frame)).containsExactly(frame);
  }

  @Test
  void anObjectWithoutAnEndIsGivenAsFarAsItGoes() {
    assertThat(messages("raw", "{\"a\":1}\n{\"b\":\"\\"))
        .containsExactly("{\"a\":1}", "{\"b\":\"\\");
  }

  @Test
  void stompFramesAreTakenApartAtTheirNul() {
    assertThat(messages("stomp", "\n\nMESSAGE\na:1\n\n{}\0\nRECEIPT\nreceipt-id:2\n\n\0\n"))
        .containsExactly("MESSAGE\na:1\n\n{}\0", "RECEIPT\nreceipt-id:2\n\n\0");
    assertThat(messages("stomp", "\n")).containsExactly("\n");
    assertThat(messages("stomp", "MESSAGE\na:1\n\n{}")).containsExactly("MESSAGE\na:1\n\n{}");
  }

  @Test
  void centrifugesRepliesAndPushesAreTakenApartAtTheirLineEnds() {
    String push = "{\"push\":{\"channel\":\"board:b0\",\"pub\":{\"data\":{\"a\":\"}\\n{\"}}}}";

    assertThat(messages("centrifuge", push + "\n{}\n\n{\"id\":3,\"publish\":{}}\n" + push + "\n"))
        .containsExactly(push, "{}", "{\"id\":3,\"publish\":{}}", push);
    assertThat(messages("centrifuge", push)).containsExactly(push);
    assertThat(messages("centrifuge", "\n")).containsExactly("\n");
    assertThat(messages("centrifuge", "")).containsExactly("");
  }

  @Test
  void aFrameOfPhoenixIsOneMessage() {
    String frame = "[null,null,\"board:b0\",\"message\",{\"a\":[{},{}]}]";

    assertThat(messages("phoenix", frame)).containsExactly(frame);
  }
}
