package org.boardbench.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.boardbench.driver.DriverScene.stage;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.boardbench.account.result.StageResult;
import org.boardbench.core.Endpoint;
import org.boardbench.core.RunClock;
import org.boardbench.driver.check.WireCheck;
import org.boardbench.driver.check.WireCheck.Manner;
import org.boardbench.driver.io.SocketLoops;
import org.boardbench.junit.Patience;
import org.boardbench.plan.model.StageSpec;
import org.boardbench.protocol.Protocol;
import org.boardbench.protocol.Protocols;
import org.boardbench.protocol.further.CentrifugeServer;
import org.boardbench.protocol.further.ChannelProtocol;
import org.boardbench.protocol.further.ChannelServer;
import org.boardbench.protocol.further.FurtherServer;
import org.boardbench.protocol.further.PacketProtocol;
import org.boardbench.protocol.further.PacketServer;
import org.boardbench.protocol.further.SocketIoServer;
import org.boardbench.protocol.further.StompServer;
import org.boardbench.reference.FaultScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Protocols that the reference server does not speak: STOMP, Socket.IO, Centrifugo's and Phoenix',
 * and two that only this test knows, with what no other has: headers of their own, keep-alives as
 * often as a test needs them, binary frames, a message in two frames.
 */
@Timeout(600)
class FurtherProtocolsIT {
  private static final Duration OFTEN = Duration.ofMillis(100);

  /** Longer than a busy machine makes anybody wait for an answer. */
  private static final Duration SELDOM = Duration.ofMinutes(5);

  private static final StageSpec STAGE = stage(12, 200, 2_500);

  @Test
  void anEnvelopeWithARunningReferenceAndHeartbeatsIsMeasuredLikeAnyOther() throws Exception {
    try (ChannelServer server = new ChannelServer(true)) {
      server.begin();
      Protocol protocol = new ChannelProtocol(SELDOM);

      assertThat(check(server, "/socket", protocol)).isEqualTo(new Manner(false, false));
      assertAllArrives(run(server, "/socket", protocol));
      assertThat(server.wrongs()).isEmpty();
      assertThat(server.heartbeats()).isPositive();
      Patience.await(
          "12 users of the stage and 18 of the check leave", () -> server.leaves() == 30);
    }
  }

  @Test
  void aServerThatDoesNotAnswerHeartbeatsLosesItsUsers() throws Exception {
    try (ChannelServer server = new ChannelServer(false)) {
      server.begin();
      StageResult result =
          run(server, "/socket", new ChannelProtocol(OFTEN), Duration.ofSeconds(15));

      // On a busy machine who has joined is told so too late to lose more than the attempt.
      assertThat(
              Stream.of(result.disconnects(), result.connectFailures())
                  .flatMap(reasons -> reasons.entrySet().stream())
                  .collect(
                      Collectors.groupingBy(
                          Map.Entry::getKey, Collectors.summingInt(Map.Entry::getValue))))
          .isEqualTo(Map.of("heart-beat missed", 12));
      assertThat(result.disconnects()).isNotEmpty();
    }
  }

  @Test
  void messagesInBinaryFramesBehindAnAnnouncementAreMeasuredLikeAnyOther() throws Exception {
    try (PacketServer server = new PacketServer()) {
      server.begin();
      Protocol protocol = new PacketProtocol(true);

      assertThat(check(server, "/", protocol)).isEqualTo(new Manner(false, false));
      assertAllArrives(run(server, "/", protocol));
      assertThat(server.wrongs()).isEmpty();
      assertThat(server.pongs()).isPositive();
    }
  }

  @Test
  void aBinaryFrameOfAProtocolWithoutThemIsAViolation() throws Exception {
    try (PacketServer server = new PacketServer()) {
      server.begin();
      StageResult result = run(server, "/", new PacketProtocol(false), Duration.ofMillis(500));

      assertThat(result.hold().delivered()).isZero();
      assertThat(result.hold().corrupt())
          .as("some of the ramp's come in the hold, and some of a busy server's after the drain")
          .isBetween(1L, result.ramp().expected() + result.hold().expected());
    }
  }

  @Test
  void aStompJoinCostsTheMembersNothingWhereReceiptsAreAnsweredAndMissesNothing() throws Exception {
    try (StompServer server = new StompServer(true)) {
      server.begin();
      Protocol protocol = Protocols.named("stomp").orElseThrow();

      assertThat(check(server, "/ws", protocol)).isEqualTo(new Manner(false, false));
      assertAllArrives(run(server, "/ws", protocol));
      assertThat(server.probes()).isZero();
      assertThat(server.wrongs()).isEmpty();
    }
  }

  @Test
  void aStompServerThatAnswersNoReceiptsIsJoinedByProbesAndMissesNothing() throws Exception {
    try (StompServer server = new StompServer(false)) {
      server.begin();
      Protocol protocol = Protocols.named("stomp").orElseThrow();

      assertThat(check(server, "/ws", protocol)).isEqualTo(new Manner(false, false));
      assertAllArrives(run(server, "/ws", protocol));
      assertThat(server.probes()).isGreaterThanOrEqualTo(18 + 12);
      assertThat(server.wrongs()).isEmpty();
    }
  }

  @Test
  void ofSeveralMessagesInAFrameEachIsCountedAndAPingAmidThemAnswered() throws Exception {
    Protocol protocol = Protocols.named("centrifuge").orElseThrow();
    try (CentrifugeServer server = new CentrifugeServer()) {
      server.begin();

      assertThat(check(server, "/", protocol).reserializes()).isFalse();
    }
    try (CentrifugeServer server = new CentrifugeServer()) {
      server.begin();

      assertAllArrives(run(server, "/", protocol));
      assertThat(server.severalStrokes()).isPositive();
      Patience.await("every ping is answered", () -> server.pongs() == server.pings());
      assertThat(server.wrongs()).isEmpty();
    }
  }

  @Test
  void phoenixIsMeasuredLikeAnyOther() throws Exception {
    try (ChannelServer server = new ChannelServer(true)) {
      server.begin();
      Protocol protocol = Protocols.named("phoenix").orElseThrow();

      assertThat(check(server, "/socket", protocol)).isEqualTo(new Manner(false, false));
      assertAllArrives(run(server, "/socket", protocol));
      assertThat(server.wrongs()).isEmpty();
      Patience.await(
          "12 users of the stage and 18 of the check leave", () -> server.leaves() == 30);
    }
  }

  @Test
  void socketIoIsMeasuredLikeAnyOtherAndItsPingsAreAnswered() throws Exception {
    try (SocketIoServer server = new SocketIoServer()) {
      server.begin();
      Protocol protocol = Protocols.named("socketio").orElseThrow();

      assertThat(check(server, "/", protocol)).isEqualTo(new Manner(false, false));
      assertAllArrives(run(server, "/", protocol));
      assertThat(server.wrongs()).isEmpty();
      assertThat(server.pongs()).isPositive();
    }
  }

  private static Manner check(FurtherServer server, String path, Protocol protocol)
      throws Exception {
    try (DriverScene scene = new DriverScene(FaultScript.none())) {
      Endpoint endpoint = new Endpoint(server.uri(path), Map.of());
      return WireCheck.verify(scene.plan(stage(4, 0, 100)), endpoint, protocol, Patience.TIME);
    }
  }

  private static StageResult run(FurtherServer server, String path, Protocol protocol)
      throws Exception {
    return run(server, path, protocol, Patience.TIME);
  }

  private static StageResult run(
      FurtherServer server, String path, Protocol protocol, Duration drain) throws Exception {
    try (DriverScene scene = new DriverScene(FaultScript.none())) {
      scene.drain = drain;
      Endpoint endpoint = new Endpoint(server.uri(path), Map.of());
      try (LoadDriver driver =
          LoadDriver.start(
              scene.plan(STAGE),
              endpoint,
              protocol,
              SocketLoops.best(),
              RunClock.startingNow(),
              scene.listener)) {
        return driver.run(1, STAGE);
      }
    }
  }

  private static void assertAllArrives(StageResult result) {
    assertThat(result.joined()).isEqualTo(12);
    assertThat(result.hold().sent()).isEqualTo(12 * 100);
    assertThat(result.hold().expected()).isEqualTo(12 * 100 * 6);
    assertThat(result.hold().delivered()).isEqualTo(result.hold().expected());
    assertThat(result.ramp().lost() + result.ramp().corrupt()).isZero();
    assertThat(result.hold().corrupt() + result.hold().duplicated() + result.hold().misrouted())
        .isZero();
    assertThat(result.disconnects()).isEmpty();
  }
}
