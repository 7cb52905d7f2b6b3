package org.boardbench.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.boardbench.driver.DriverScene.RAW;
import static org.boardbench.driver.DriverScene.stage;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.boardbench.driver.WireCheck.WireViolation;
import org.boardbench.reference.Fault;
import org.boardbench.reference.FaultScript;
import org.boardbench.target.Endpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
class WireCheckIT {
  private static final Duration DEADLINE = Duration.ofSeconds(6);

  @Test
  void aServerThatKeepsTheContractPasses() throws Exception {
    try (DriverScene scene = new DriverScene(FaultScript.none())) {
      WireCheck.verify(scene.plan(stage(4, 0, 100)), scene.endpoint(), RAW, DEADLINE);
    }
  }

  /**
   * The first stroke makes deliveries 1 and 2, to u0 and u1 in the order in which they joined; the
   * second is 3, to u2; the third is 4 and 5, as 1 and 2.
   */
  @ParameterizedTest
  @CsvSource({
    "2, DROP, u[01] on board b0 did not get the stroke that u0 on board b0 published within 6000 ms",
    "5, DUPLICATE, u[01] on board b0 got the stroke that u1 published 2 times",
    "2, MISROUTE, u2 on board b1 got the stroke that u0 published on board b0",
    "5, RESERIALIZE, u[01] on board b0 got the stroke that u1 published changed",
    "3, CORRUPT, did not get the stroke that u2 on board b1 published within 6000 ms; it got \\{",
    "2, CUT, u[01] on board b0 lost its connection: closed 1006 by server",
    "5, ERROR, u[01] on board b0 got the error \"out of ink\"",
    "3, MUTE_JOIN, did not join within 6000 ms",
    "1, REFUSE_JOIN, got the error \"board is full\"",
    "1, REFUSE_HANDSHAKE, lost its connection: handshake: 503"
  })
  void aViolationIsNamed(int every, Fault fault, Pattern what) {
    try (DriverScene scene = new DriverScene(FaultScript.every(every, fault))) {
      assertThatThrownBy(
              () -> WireCheck.verify(scene.plan(stage(4, 0, 100)), scene.endpoint(), RAW, DEADLINE))
          .isInstanceOf(WireViolation.class)
          .message()
          .containsPattern(what);
    }
  }

  @Test
  void pathQueryAndExtraHeadersAreInTheHandshake() throws Exception {
    try (DriverScene scene = new DriverScene(FaultScript.none())) {
      URI uri = URI.create(scene.server.uri() + "/room%201?token=a%20b");
      Endpoint endpoint = new Endpoint(uri, Map.of("Authorization", "Bearer x"));
      WireCheck.verify(scene.plan(stage(4, 0, 100)), endpoint, RAW, DEADLINE);

      assertThat(scene.server.requests()).hasSize(3);
      assertThat(scene.server.requests().getFirst())
          .startsWith("GET /ws/room%201?token=a%20b HTTP/1.1\r\n")
          .contains("Authorization: Bearer x")
          .contains("Host: 127.0.0.1:" + scene.server.port());
    }
  }
}
