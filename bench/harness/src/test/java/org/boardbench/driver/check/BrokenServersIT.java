package org.boardbench.driver.check;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.boardbench.driver.DriverScene.stage;

import java.time.Duration;
import java.util.Map;
import org.boardbench.core.Endpoint;
import org.boardbench.driver.DriverScene;
import org.boardbench.driver.check.WireCheck.WireViolation;
import org.boardbench.junit.Patience;
import org.boardbench.protocol.Protocol;
import org.boardbench.protocol.Protocols;
import org.boardbench.protocol.further.SilentServer;
import org.boardbench.reference.FaultScript;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people are told of a server that does not speak a protocol as the driver does. */
@Timeout(600)
@Execution(ExecutionMode.CONCURRENT)
class BrokenServersIT {
  /** What never comes is waited for so long; all else has to have come by then. */
  private static final Duration VAIN = Duration.ofSeconds(12);

  private static final String OPENING =
      "0{\"sid\":\"x\",\"pingInterval\":25000,\"pingTimeout\":20000}";

  /** A tilde is a line end, and a circumflex the end of a frame of STOMP. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "socketio | 40 | 40 | got the error \"connected by 40 alone, as Socket.IO 2 over",
        "stomp | CONNECT | CONNECTED~version:1.1~~^ | got the error \"CONNECTED says version 1.1",
        "centrifuge | {\"id\":1 | {\"id\":1,\"error\":{\"code\":101,\"message\":\"unauthorized\"}}"
            + " | got the error \"unauthorized (101)\"",
        "phoenix | [ | {\"topic\":\"board:b0\",\"event\":\"phx_error\",\"payload\":{}}"
            + " | version 1 of the serializer, in objects: {\"topic\":\"board:b0\"",
        "raw | { | {\"hello\" | got a frame that the contract does not know: {\"hello\"",
        "nest-ws | { | {\"type\":\"joined\"} | does not know: {\"type\":\"joined\"}"
      })
  void aServerOfAnotherVersionIsRefusedWithWhatItSaid(
      String protocol, String start, String answer, String what) throws Exception {
    String greeting = protocol.equals("socketio") ? OPENING : "";
    try (SilentServer server = new SilentServer(greeting, Map.of(start, frame(answer)))) {
      assertViolation(server, protocol, Patience.TIME, what);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "raw | '' | no answer to its join; it got nothing",
        "socketio | 40{\"sid\":\"y\"} | no acknowledgement of its join (430[…]); it got 40{\"sid\"",
        "stomp | CONNECTED~version:1.2~~^ | no RECEIPT of its SUBSCRIBE, and no probe of its own",
        "centrifuge | {\"id\":1,\"connect\":{}} | no reply to its subscribe command; it got {\"id\"",
        "phoenix | '' | no reply to its phx_join; it got nothing"
      })
  void whereAnAnswerIsLostTheDeadlineNamesIt(String protocol, String answer, String what)
      throws Exception {
    String greeting = protocol.equals("socketio") ? OPENING : "";
    Map<String, String> answers =
        answer.isEmpty()
            ? Map.of()
            : Map.of(
                switch (protocol) {
                  case "socketio" -> "40";
                  case "stomp" -> "CONNECT";
                  default -> "{\"id\":1,";
                },
                frame(answer));
    try (SilentServer server = new SilentServer(greeting, answers)) {
      assertViolation(server, protocol, VAIN, "did not join within 12000 ms: " + what);
    }
  }

  private static String frame(String written) {
    return written.replace('~', '\n').replace('^', '\0');
  }

  private static void assertViolation(
      SilentServer server, String name, Duration deadline, String what) throws Exception {
    server.begin();
    Protocol protocol = Protocols.named(name).orElseThrow();
    Endpoint endpoint = new Endpoint(server.uri("/"), Map.of());
    try (DriverScene scene = new DriverScene(FaultScript.none())) {
      assertThatThrownBy(
              () -> WireCheck.verify(scene.plan(stage(4, 0, 100)), endpoint, protocol, deadline))
          .isInstanceOf(WireViolation.class)
          .hasMessageContaining(what);
    }
  }
}
