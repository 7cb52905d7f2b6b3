package org.boardbench.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.boardbench.driver.DriverScene.stage;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.boardbench.account.result.StageResult;
import org.boardbench.driver.io.SocketLoops;
import org.boardbench.reference.Counts;
import org.boardbench.reference.Fault;
import org.boardbench.reference.FaultScript;
import org.boardbench.reference.When;
import org.boardbench.results.row.MessageCounts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every figure of the driver, on either loop, against what a server did wrong by its own count. */
@Timeout(600)
@Execution(ExecutionMode.CONCURRENT)
@ParameterizedClass
@MethodSource("kindsOfLoop")
class FaultAccountingIT {
  private static final int USERS = 6;
  private static final int MEMBERS = 3;

  /** A stage that loses something waits for it so long: longer than a machine stalls. */
  private static final Duration LOSSY_DRAIN = Duration.ofSeconds(6);

  private static final Duration SWAPPED_WITHIN = Duration.ofSeconds(1);

  /** What ramp and hold say together. */
  private record Sums(
      long expected,
      long delivered,
      long lost,
      long duplicated,
      long reordered,
      long corrupt,
      long misrouted) {
    static Sums of(StageResult result) {
      MessageCounts r = result.ramp();
      MessageCounts h = result.hold();
      return new Sums(
          r.expected() + h.expected(),
          r.delivered() + h.delivered(),
          r.lost() + h.lost(),
          r.duplicated() + h.duplicated(),
          r.reordered() + h.reordered(),
          r.corrupt() + h.corrupt(),
          r.misrouted() + h.misrouted());
    }
  }

  private final SocketLoops loops;

  FaultAccountingIT(SocketLoops loops) {
    this.loops = loops;
  }

  static Stream<SocketLoops> kindsOfLoop() {
    return Stream.of(SocketLoops.nio(), SocketLoops.best()).distinct();
  }

  private StageResult run(DriverScene scene) throws InterruptedException {
    scene.socketLoops = loops;
    return scene.run(stage(USERS, 100, 500)).getFirst();
  }

  /**
   * A stage in which nobody joins. What a server does to a message that reaches a user who joined
   * after it was sent is nothing that the driver counts, and while users join there are such.
   */
  private Sums runWithAllJoined(DriverScene scene) throws InterruptedException {
    scene.socketLoops = loops;
    return Sums.of(scene.run(stage(USERS, 100, 100), stage(USERS, 0, 500)).getLast());
  }

  @Test
  void lossDuplicatesOrderCorruptionAndStraysAreEachCountedExactly() throws Exception {
    FaultScript script =
        FaultScript.every(7, Fault.DROP)
            .and(11, Fault.DUPLICATE)
            .and(13, Fault.SWAP)
            .and(17, Fault.MISROUTE)
            .and(19, Fault.CORRUPT)
            .and(23, Fault.DELAY)
            .and(5, Fault.RESERIALIZE)
            .and(6, Fault.FRAGMENT)
            .and(9, Fault.PING)
            .swappedWithin(SWAPPED_WITHIN);
    try (DriverScene scene = new DriverScene(script)) {
      scene.loops = 2;
      scene.drain = LOSSY_DRAIN;
      Sums sums = runWithAllJoined(scene);

      assertThat(scene.doneInLastStage(Fault.SWAP)).isPositive();
      assertThat(sums.lost())
          .isEqualTo(scene.doneInLastStage(Fault.DROP) + scene.doneInLastStage(Fault.CORRUPT));
      assertThat(sums.duplicated()).isEqualTo(scene.doneInLastStage(Fault.DUPLICATE));
      assertThat(sums.corrupt()).isEqualTo(scene.doneInLastStage(Fault.CORRUPT));
      assertThat(sums.misrouted()).isEqualTo(scene.doneInLastStage(Fault.MISROUTE));
      Counts counts = scene.server.counts();
      assertThat(scene.server.pongs())
          .isEqualTo(counts.done(Fault.PING) + counts.done(Fault.FRAGMENT));
    }
  }

  @Test
  void swappedDeliveriesAreReorderedAndNeitherLostNorDuplicated() throws Exception {
    FaultScript script = FaultScript.every(10, Fault.SWAP).swappedWithin(SWAPPED_WITHIN);
    try (DriverScene scene = new DriverScene(script)) {
      Sums sums = runWithAllJoined(scene);

      assertThat(sums.reordered()).isEqualTo(scene.doneInLastStage(Fault.SWAP)).isPositive();
      assertThat(sums.lost() + sums.duplicated() + sums.corrupt() + sums.misrouted()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"RESERIALIZE", "FRAGMENT", "PING", "TRICKLE", "BATCH"})
  void oddButLawfulFramesCountAsPlainDeliveries(Fault fault) throws Exception {
    FaultScript script = FaultScript.every(fault == Fault.TRICKLE ? 50 : 1, fault);
    try (DriverScene scene = new DriverScene(script)) {
      StageResult result = run(scene);
      Counts counts = scene.server.counts();

      assertThat(counts.done(fault)).isPositive();
      assertThat(result.hold().scheduled()).isEqualTo(USERS * 20).isEqualTo(result.hold().sent());
      assertThat(Sums.of(result).delivered()).isEqualTo(Sums.of(result).expected());
      assertThat(result.hold().expected()).isEqualTo(USERS * 20 * 3);
      assertThat(Sums.of(result).duplicated() + Sums.of(result).corrupt()).isZero();
      assertThat(result.disconnects()).isEmpty();
    }
  }

  @Test
  void aDelayShowsInEveryDeliveryTimeThatHadIt() throws Exception {
    FaultScript script = FaultScript.every(1, Fault.DELAY).delayedBy(Duration.ofMillis(40));
    try (DriverScene scene = new DriverScene(script)) {
      StageResult result = run(scene);

      assertThat(result.hold().lost()).isZero();
      assertThat(result.delivery().p50Ns()).isGreaterThanOrEqualTo(40_000_000);
      assertThat(result.reach().first().p50Ns()).isGreaterThanOrEqualTo(40_000_000);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CUT | closed 1006 by server",
        "GO_AWAY | closed 1001 by server",
        "COMPRESS | closed 1002 by driver: server set a reserved bit, nobody asked for extensions (RFC 6455 5.2)",
        "GARBAGE | closed 1002 by driver: server sent the unknown opcode 3 (RFC 6455 5.2)",
        "MASK | closed 1002 by driver: server masked a frame (RFC 6455 5.1)",
        "BAD_CLOSE | closed 1002 by driver: server sent the close code 999, which is none to be sent (RFC 6455 7.4)",
        "NO_UTF8 | closed 1007 by driver: server sent a text that is no UTF-8 (RFC 6455 8.1)",
        "HUGE | closed 1009 by driver: server sent a frame of 20971520 bytes, at most 16777216 are taken"
      })
  void aBrokenConnectionIsADisconnectWithItsReasonAndTheOthersGoOn(Fault fault, String reason)
      throws Exception {
    FaultScript script = FaultScript.none().with(fault, new When.Once(Duration.ofMillis(250)));
    try (DriverScene scene = new DriverScene(script)) {
      scene.drain = LOSSY_DRAIN;
      StageResult result = run(scene);

      assertThat(scene.server.counts().done(fault)).isEqualTo(1);
      // What the server had not read when it closed makes the kernel reset the connection.
      Set<String> lawful =
          fault == Fault.CUT ? Set.of(reason, "connection reset by server") : Set.of(reason);
      assertThat(result.disconnects().keySet()).isSubsetOf(lawful);
      assertThat(result.disconnects()).hasSize(1).containsValue(1);
      assertThat(result.connectFailures()).isEmpty();
      // No account says what was under way to the broken one: that depends on when the driver
      // notices. It is nothing of the other board, of its own each message once, and of those
      // that the broken one had sent and the server had not read each once at every member.
      long itsOwn = 20L + result.ramp().sent();
      assertThat(Sums.of(result).lost())
          .isBetween(1L, MEMBERS * 20L + result.ramp().sent() + (MEMBERS - 1) * itsOwn);
      assertThat(result.hold().sent()).isGreaterThanOrEqualTo((USERS - 1) * 20L);
      assertThat(result.hold().sent() + result.unserved())
          .as("what did not leave is the broken connection's doing")
          .isEqualTo(result.hold().scheduled());
    }
  }

  @Test
  void anErrorAnswerIsKeptWithItsReasonAndTheUserStays() throws Exception {
    FaultScript script = FaultScript.every(40, Fault.ERROR);
    try (DriverScene scene = new DriverScene(script)) {
      StageResult result = run(scene);

      assertThat(scene.driver.errorAnswers())
          .isEqualTo(Map.of("error: out of ink", (int) scene.server.counts().done(Fault.ERROR)));
      assertThat(result.disconnects()).isEmpty();
      assertThat(Sums.of(result).lost() + Sums.of(result).corrupt()).isZero();
    }
  }

  @Test
  void aServerWithANewErrorTextForEveryMessageIsCountedInFull() throws Exception {
    try (DriverScene scene = new DriverScene(FaultScript.every(1, Fault.NEW_ERROR))) {
      scene.rate = 10; // each costs a cold driver as much as many strokes
      StageResult result = run(scene);
      Map<String, Integer> answers = scene.driver.errorAnswers();

      assertThat(answers).hasSizeBetween(20, 21).containsKey("further reasons");
      assertThat(answers.values().stream().mapToLong(Integer::longValue).sum())
          .isEqualTo(scene.server.counts().done(Fault.NEW_ERROR));
      assertThat(String.join("", answers.keySet())).doesNotContainPattern("[\\p{Cc}\\p{Cf}]");
      assertThat(result.disconnects()).isEmpty();
      assertThat(Sums.of(result).lost() + Sums.of(result).corrupt()).isZero();
    }
  }

  @Test
  void anErrorThatSharesAFrameWithStrokesIsHeard() throws Exception {
    FaultScript script = FaultScript.every(1, Fault.BATCH).and(40, Fault.ERROR);
    try (DriverScene scene = new DriverScene(script)) {
      StageResult result = run(scene);

      assertThat(scene.driver.errorAnswers())
          .isEqualTo(Map.of("error: out of ink", (int) scene.server.counts().done(Fault.ERROR)));
      assertThat(Sums.of(result).lost() + Sums.of(result).corrupt()).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "REFUSE_HANDSHAKE, handshake: 503 Service Unavailable",
    "REDIRECT_HANDSHAKE, 'handshake: 302 Found, Location: https://other/ws?token=***: moved'",
    "MUTE_HANDSHAKE, join timed out after 10 s",
    "MUTE_JOIN, join timed out after 10 s: no answer to its join",
    "REFUSE_JOIN, error: board is full"
  })
  void aUserThatCannotJoinIsAFailureWithItsReasonAndTheOthersGoOn(Fault fault, String reason)
      throws Exception {
    FaultScript script = FaultScript.every(3, fault);
    try (DriverScene scene = new DriverScene(script)) {
      if (reason.startsWith("join timed out")) {
        scene.join = Duration.ofSeconds(10);
      }
      StageResult result = run(scene);

      assertThat(result.connectFailures()).isEqualTo(Map.of(reason, 2));
      assertThat(result.joined()).isEqualTo(4);
      assertThat(result.hold().sent()).isEqualTo(80);
      assertThat(Sums.of(result).lost()).isZero();
      assertThat(result.disconnects()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"TRICKLE_HANDSHAKE", "FRAMES_WITH_HANDSHAKE", "ODD_HANDSHAKE"})
  void noByteAroundTheHandshakeIsLost(Fault fault) throws Exception {
    try (DriverScene scene = new DriverScene(FaultScript.every(1, fault))) {
      StageResult result = run(scene);

      assertThat(result.joined()).isEqualTo(USERS);
      assertThat(Sums.of(result).lost()).isZero();
      assertThat(scene.server.pongs())
          .isEqualTo(fault == Fault.FRAMES_WITH_HANDSHAKE ? 2 * USERS : 0);
    }
  }
}
