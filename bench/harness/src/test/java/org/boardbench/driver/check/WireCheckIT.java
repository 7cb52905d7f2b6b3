package org.boardbench.driver.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.boardbench.driver.DriverScene.RAW;
import static org.boardbench.driver.DriverScene.stage;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;
import org.boardbench.core.Endpoint;
import org.boardbench.driver.DriverScene;
import org.boardbench.driver.check.WireCheck.Manner;
import org.boardbench.driver.check.WireCheck.WireViolation;
import org.boardbench.junit.Patience;
import org.boardbench.reference.Fault;
import org.boardbench.reference.FaultScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(600)
@Execution(ExecutionMode.CONCURRENT)
class WireCheckIT {
  /** What never comes is waited for so long; all else has to have come by then. */
  private static final Duration VAIN = Duration.ofSeconds(12);

  @Test
  void aServerThatKeepsTheContractPasses() throws Exception {
    try (DriverScene scene = new DriverScene(FaultScript.none())) {
      assertThat(verify(scene)).isEqualTo(new Manner(false, false, false));
    }
  }

  private static Manner verify(DriverScene scene) throws WireViolation, InterruptedException {
    return verify(scene, Patience.TIME);
  }

  private static Manner verify(DriverScene scene, Duration deadline)
      throws WireViolation, InterruptedException {
    return WireCheck.verify(scene.plan(stage(4, 0, 100)), scene.endpoint(), RAW, deadline);
  }

  @ParameterizedTest
  @CsvSource({"RESERIALIZE, true, false", "BATCH, false, false", "FRAGMENT, false, false"})
  void aServerMaySpellTheSameValueInItsOwnWay(
      Fault fault, boolean reserializes, boolean severalInAFrame) throws Exception {
    try (DriverScene scene = new DriverScene(FaultScript.every(1, fault))) {
      assertThat(verify(scene)).isEqualTo(new Manner(reserializes, severalInAFrame, false));
    }
  }

  /** Connections are shared out in turn, by chance, and all but one to the same worker. */
  @ParameterizedTest
  @ValueSource(strings = {"in turn", "by chance", "all but one"})
  void aServerSplitIntoWorkersWithoutABrokerIsFound(String way) throws Exception {
    Random random = new Random(5);
    IntUnaryOperator workerOf =
        switch (way) {
          case "in turn" -> number -> number % 3;
          case "by chance" -> number -> random.nextInt(3);
          default -> number -> number == 7 ? 2 : 0;
        };
    try (SplitWorkers server = new SplitWorkers(3, workerOf);
        DriverScene scene = new DriverScene(FaultScript.none())) {
      Endpoint endpoint = new Endpoint(server.uri(), Map.of());

      assertThatThrownBy(() -> WireCheck.verify(scene.plan(stage(4, 0, 100)), endpoint, RAW, VAIN))
          .isInstanceOf(WireViolation.class)
          .message()
          .matches(
              "u\\d+ and u\\d+ of board b[01] do not reach each other: the server looks split into"
                  + " [23] workers that share no broker \\([u0-9 ]+\\|[u0-9 |]+\\)");
    }
  }

  /**
   * Each stroke of the first board makes sixteen deliveries, in the order in which its members have
   * joined; that of the other makes two.
   */
  @ParameterizedTest
  @CsvSource({
    "2, DROP, u\\d+ on board b0 did not get the stroke that u0 on board b0 published within 12000 ms",
    "5, DUPLICATE, u\\d+ on board b0 got the stroke that u\\d+ published 2 times",
    "2, MISROUTE, u\\d+ on board b[01] got the stroke that u\\d+ published on board b[01]",
    "17, CORRUPT, did not get the stroke that u16 on board b1 published within 12000 ms; it got \\{",
    "20, CUT, u\\d+ on board b0 lost its connection: (closed 1006|connection reset) by server",
    "5, ERROR, u\\d+ on board b0 got the error \"out of ink\"",
    "3, MUTE_JOIN, did not join within 12000 ms: no answer to its join; it got",
    "1, REFUSE_JOIN, got the error \"board is full\"",
    "1, REFUSE_HANDSHAKE, lost its connection: handshake: 503 Service Unavailable"
  })
  void aViolationIsNamed(int every, Fault fault, Pattern what) {
    Duration deadline = what.pattern().contains("within") ? VAIN : Patience.TIME;
    try (DriverScene scene = new DriverScene(FaultScript.every(every, fault))) {
      assertThatThrownBy(() -> verify(scene, deadline))
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
      WireCheck.verify(scene.plan(stage(4, 0, 100)), endpoint, RAW, Patience.TIME);

      assertThat(scene.server.requests()).hasSize(18);
      assertThat(scene.server.requests().getFirst())
          .startsWith("GET /ws/room%201?token=a%20b HTTP/1.1\r\n")
          .contains("Authorization: Bearer x")
          .contains("Host: 127.0.0.1:" + scene.server.port());
    }
  }
}
