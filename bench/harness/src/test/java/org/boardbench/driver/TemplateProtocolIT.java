package org.boardbench.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.boardbench.driver.DriverScene.stage;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.boardbench.account.result.StageResult;
import org.boardbench.core.Endpoint;
import org.boardbench.driver.check.WireCheck;
import org.boardbench.driver.check.WireCheck.Manner;
import org.boardbench.junit.Patience;
import org.boardbench.plan.ExternalOptions;
import org.boardbench.plan.PlanOverrides;
import org.boardbench.plan.PlanReader;
import org.boardbench.plan.TrustOptions;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.plan.model.StageSpec;
import org.boardbench.protocol.Protocol;
import org.boardbench.protocol.further.DrawServer;
import org.boardbench.protocol.further.FurtherServer;
import org.boardbench.protocol.further.RelayServer;
import org.boardbench.protocol.further.RoomChatServer;
import org.boardbench.protocol.template.TemplateProtocol;
import org.boardbench.reference.FaultScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Servers that nobody wrote for this project, by the templates in {@code bench/experiments}. */
@Timeout(600)
class TemplateProtocolIT {
  private static final Path TEMPLATES = Path.of("../experiments/templates");
  private static final StageSpec STAGE = stage(12, 200, 2_500);

  @Test
  void aRelayWithoutBoardsIsMeasuredOnOneBoardAndItsTextsAreCompared() throws Exception {
    try (RelayServer server = new RelayServer()) {
      server.begin();

      assertThat(check(server, "relay.yaml", 1)).isEqualTo(new Manner(false, false, false));
      StageResult result = run(server, "relay.yaml", 1);
      assertThat(result.hold().expected()).isEqualTo(12 * 100 * 12);
      assertAllOfTheHoldArrives(result);
    }
  }

  @Test
  void aChatOfRoomsThatWrapsMessagesIsMeasuredByTheirStamps() throws Exception {
    try (RoomChatServer server = new RoomChatServer()) {
      server.begin();

      assertThat(check(server, "room-chat.yaml", 2)).isEqualTo(new Manner(false, false, true));
      StageResult result = run(server, "room-chat.yaml", 2);
      assertThat(result.hold().expected()).isEqualTo(12 * 100 * 6);
      assertAllOfTheHoldArrives(result);
      assertThat(result.ramp().lost()).isZero();
    }
  }

  @Test
  void aWhiteboardThatConfirmsNothingIsJoinedByProbesAndMissesNothing() throws Exception {
    try (DrawServer server = new DrawServer()) {
      server.begin();

      assertThat(check(server, "whiteboard.yaml", 2)).isEqualTo(new Manner(true, false, false));
      StageResult result = run(server, "whiteboard.yaml", 2);
      assertThat(result.hold().expected()).isEqualTo(12 * 100 * 6);
      assertAllOfTheHoldArrives(result);
      assertThat(result.ramp().lost()).isZero();
      assertThat(server.ignored()).as("of each user its first probe").isEqualTo(18 + 12);
    }
  }

  private static Manner check(FurtherServer server, String template, int boards) throws Exception {
    try (DriverScene scene = new DriverScene(FaultScript.none())) {
      scene.boards = boards;
      return WireCheck.verify(
          scene.plan(STAGE), endpoint(server), protocol(template, boards), Patience.TIME);
    }
  }

  private static StageResult run(FurtherServer server, String template, int boards)
      throws Exception {
    try (DriverScene scene = new DriverScene(FaultScript.none())) {
      scene.boards = boards;
      try (LoadDriver driver =
          LoadDriver.start(
              scene.plan(STAGE),
              endpoint(server),
              protocol(template, boards),
              scene.socketLoops,
              scene.clock,
              scene.listener)) {
        return driver.run(1, STAGE);
      }
    }
  }

  private static Endpoint endpoint(FurtherServer server) {
    return new Endpoint(server.uri(""), Map.of());
  }

  private static Protocol protocol(String template, int boards) throws Exception {
    ExperimentPlan plan =
        new PlanReader(Set.of())
            .readExternal(
                new ExternalOptions(
                    "ws://127.0.0.1:9", Optional.empty(), List.of(), TrustOptions.NONE),
                new PlanOverrides(
                    Map.of(
                        "--template",
                        TEMPLATES.resolve(template).toString(),
                        "--users",
                        "12",
                        "--hold",
                        "5s",
                        "--boards",
                        Integer.toString(boards)),
                    List.of()));
    return new TemplateProtocol(plan.external().orElseThrow().template().orElseThrow().template());
  }

  private static void assertAllOfTheHoldArrives(StageResult result) {
    assertThat(result.joined()).isEqualTo(12);
    assertThat(result.hold().delivered()).isEqualTo(result.hold().expected());
    assertThat(result.hold().corrupt() + result.hold().duplicated() + result.hold().misrouted())
        .isZero();
    assertThat(result.ramp().corrupt()).isZero();
    assertThat(result.disconnects()).isEmpty();
  }
}
