package org.boardbench.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.boardbench.driver.DriverScene.stage;

import java.util.Map;
import org.boardbench.account.result.StageResult;
import org.boardbench.core.Endpoint;
import org.boardbench.driver.LoadDriver.Traffic;
import org.boardbench.driver.check.WireCheck;
import org.boardbench.driver.check.WireCheck.Manner;
import org.boardbench.junit.Patience;
import org.boardbench.plan.model.CompressionChoice;
import org.boardbench.plan.model.StageSpec;
import org.boardbench.protocol.further.CompressingServer;
import org.boardbench.reference.FaultScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A driver that offers to compress messages, and servers that take the offer or do not. */
@Timeout(600)
class CompressionIT {
  private static final StageSpec STAGE = stage(12, 200, 1_000);
  private static final String OFFER =
      "Sec-WebSocket-Extensions: permessage-deflate; server_no_context_takeover;"
          + " client_no_context_takeover";

  private final DriverScene scene = new DriverScene(FaultScript.none());

  private static void assertAllArrives(StageResult result) {
    assertThat(result.joined()).isEqualTo(12);
    assertThat(result.hold().expected()).isEqualTo(12 * 40 * 6);
    assertThat(result.hold().delivered()).isEqualTo(result.hold().expected());
    assertThat(result.ramp().lost() + result.ramp().corrupt()).isZero();
    assertThat(result.disconnects()).isEmpty();
    assertThat(result.connectFailures()).isEmpty();
  }

  @Test
  void aServerThatTakesTheOfferIsMeasuredLikeAnyOtherAndFewerBytesGoEitherWay() throws Exception {
    try (scene;
        CompressingServer server = new CompressingServer()) {
      scene.compression = CompressionChoice.OFFERED;
      server.begin();
      Endpoint endpoint = new Endpoint(server.uri("/ws"), Map.of());

      assertThat(WireCheck.verify(scene.plan(STAGE), endpoint, DriverScene.RAW, Patience.TIME))
          .isEqualTo(new Manner(false, false, false));
      try (LoadDriver driver = start(endpoint)) {
        StageResult result = driver.run(1, STAGE);
        assertAllArrives(result);
        Traffic traffic = driver.traffic();
        assertThat(traffic.rxBytes()).isLessThan(driver.deliveries() * scene.payloadBytes);
        assertThat(traffic.txBytes())
            .isLessThan((result.ramp().sent() + result.hold().sent()) * scene.payloadBytes);
      }
      assertThat(server.wrongs()).isEmpty();
    }
  }

  @Test
  void aServerThatDoesNotTakeItIsSpokenToWithoutCompression() throws Exception {
    try (scene) {
      scene.compression = CompressionChoice.OFFERED;

      assertAllArrives(scene.run(STAGE).getFirst());
      assertThat(scene.server.requests()).allMatch(request -> request.contains(OFFER));
    }
  }

  @Test
  void withoutAWordOfThePlanNothingIsOffered() throws Exception {
    try (scene) {
      assertAllArrives(scene.run(STAGE).getFirst());
      assertThat(scene.server.requests())
          .noneMatch(request -> request.contains("Sec-WebSocket-Extensions"));
    }
  }

  private LoadDriver start(Endpoint endpoint) {
    return LoadDriver.start(
        scene.plan(STAGE),
        endpoint,
        scene.protocol,
        scene.socketLoops,
        scene.clock,
        scene.listener);
  }
}
