package org.boardbench.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.boardbench.driver.DriverScene.stage;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.boardbench.account.record.StageSnapshot;
import org.boardbench.account.result.OwedDeliveries;
import org.boardbench.account.result.SecondResult;
import org.boardbench.account.result.StageResult;
import org.boardbench.driver.io.KindsOfLoop;
import org.boardbench.driver.io.SocketLoops;
import org.boardbench.driver.stage.DriverListener;
import org.boardbench.driver.ws.NoticedStrokes;
import org.boardbench.junit.Patience;
import org.boardbench.plan.model.ReconnectSpec;
import org.boardbench.reference.Counts;
import org.boardbench.reference.Fault;
import org.boardbench.reference.FaultScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a server does to its users' connections, on every loop: the plan's load stays the plan's.
 */
@Timeout(600)
@Execution(ExecutionMode.CONCURRENT)
@ParameterizedClass
@MethodSource("kindsOfLoop")
class ReconnectIT {
  private static final int USERS = 6;
  private static final int MEMBERS = 3;
  private static final int PLANNED = USERS * 20;
  private static final int RAMP_MS = 300;
  private static final ReconnectSpec IMMEDIATE =
      ReconnectSpec.backoff(Duration.ZERO, Duration.ofMillis(1), Duration.ofMillis(1), 0);
  private static final ReconnectSpec BACKOFF =
      ReconnectSpec.backoff(Duration.ZERO, Duration.ofMillis(40), Duration.ofMillis(160), 50);

  /**
   * A ramp that waits for anybody in vain takes until the join's deadline and longer. It costs
   * nothing when all is well.
   */
  private static final Duration JOIN = Duration.ofSeconds(60);

  private static final Duration FAR_TOO_LONG = JOIN.minusSeconds(2);

  /** What a cut sender's server had not read never comes: a stage lasts so much longer for it. */
  private static final Duration DRAIN = Duration.ofSeconds(3);

  private final SocketLoops loops;

  ReconnectIT(SocketLoops loops) {
    this.loops = loops;
  }

  static Stream<SocketLoops> kindsOfLoop() {
    return KindsOfLoop.here();
  }

  static Stream<Arguments> cutsUnderEachPolicy() {
    Map<Fault, FaultScript> cuts =
        Map.of(
            Fault.CUT, FaultScript.every(60, Fault.CUT),
            Fault.CUT_ALL, FaultScript.every(150, Fault.CUT_ALL),
            Fault.CUT_JOIN, FaultScript.every(3, Fault.CUT_JOIN),
            Fault.CUT_WRITE, FaultScript.every(30, Fault.CUT_WRITE));
    Map<String, ReconnectSpec> policies =
        Map.of("never", ReconnectSpec.NEVER, "back-off", BACKOFF, "immediate", IMMEDIATE);
    return cuts.keySet().stream()
        .flatMap(cut ->
            policies.keySet().stream()
                .map(policy ->
                    Arguments.argumentSet(
                        cut.key() + ", " + policy, cuts.get(cut), policies.get(policy))));
  }

  private DriverScene scene(FaultScript script, ReconnectSpec reconnect) {
    DriverScene scene = new DriverScene(script);
    scene.socketLoops = loops;
    scene.reconnect = reconnect;
    scene.join = JOIN;
    scene.drain = DRAIN;
    return scene;
  }

  /** Remembers when each stage's ramp began. */
  private static class Ramps implements DriverListener {
    private long startNs;
    private Supplier<StageSnapshot> snapshot;

    @Override
    public void stageOpened(int stage, long stageStartNs, Supplier<StageSnapshot> ofStage) {
      startNs = stageStartNs;
      snapshot = ofStage;
    }

    StageSnapshot snapshot() {
      return snapshot.get();
    }

    Duration of(StageResult result) {
      return Duration.ofNanos(result.holdStartNs() - startNs);
    }
  }

  @ParameterizedTest
  @MethodSource("cutsUnderEachPolicy")
  void aCutServerGetsThePlannedLoadAndEveryOwedDeliveryIsAccountedFor(
      FaultScript script, ReconnectSpec policy) throws Exception {
    try (DriverScene scene = scene(script, policy)) {
      scene.loops = 2;
      Ramps ramps = new Ramps();
      scene.listener = ramps;
      StageResult result = scene.run(stage(USERS, RAMP_MS, 500)).getFirst();
      Counts books = scene.server.counts();

      assertThat(ramps.of(result))
          .isBetween(Duration.ofMillis(RAMP_MS), Duration.ofMillis(RAMP_MS).plus(FAR_TOO_LONG));
      assertAccount(result, PLANNED);
      assertThat(books.cut()).isPositive();
      assertThat(sum(result.disconnects()) + sum(result.connectFailures())).isEqualTo(books.cut());
      if (isReset(result)) {
        assertThat(scene.driver.deliveries())
            .as("a reset throws away what had not been read")
            .isLessThanOrEqualTo(books.made());
      } else {
        assertThat(scene.driver.deliveries()).isEqualTo(books.made());
      }
      assertThat(result.ramp().sent() + result.hold().sent())
          .as("what a cut connection had not read is sent as well")
          .isGreaterThanOrEqualTo(books.messages());
      if (policy.isNever()) {
        assertThat(result.reconnects()).isZero();
      } else {
        assertThat(result.reconnects()).isLessThanOrEqualTo(sum(result.disconnects()));
        assertThat(result.hold().sent()).isPositive();
      }
    }
  }

  private static boolean isReset(StageResult result) {
    return Stream.of(result.disconnects(), result.connectFailures())
        .flatMap(reasons -> reasons.keySet().stream())
        .anyMatch(reason -> reason.contains("reset"));
  }

  /** The identities that hold whatever the server does. */
  private static void assertAccount(StageResult result, int planned) {
    OwedDeliveries owed = result.owed();
    assertThat(result.hold().scheduled()).isEqualTo(planned);
    assertThat(result.hold().sent() + result.unserved()).isEqualTo(planned);
    assertThat(owed.total()).isEqualTo((long) planned * MEMBERS);
    assertThat(owed.unserved()).isEqualTo(result.unserved() * MEMBERS);
    assertThat(result.hold().delivered() + result.hold().lost() + owed.unserved() + owed.away())
        .isEqualTo(owed.total());
    assertThat(result.coverage().censored().count()).isEqualTo(planned);
    assertThat(result.coverage().returned()).isEqualTo(result.rtt().count());
    List<SecondResult> seconds = result.seconds();
    assertThat(seconds.stream().mapToLong(second -> second.messages().owed().orElse(0)).sum())
        .isEqualTo(owed.total());
    assertThat(seconds.stream().mapToLong(second -> second.changes().disconnects()).sum())
        .isEqualTo(sum(result.disconnects()));
    assertThat(seconds.stream().mapToLong(second -> second.changes().reconnects()).sum())
        .isEqualTo(result.reconnects());
    assertThat(seconds.stream().mapToLong(second -> second.messages().unserved()).sum())
        .isGreaterThanOrEqualTo(result.unserved());
  }

  private static long sum(Map<String, Integer> byReason) {
    return byReason.values().stream().mapToLong(Integer::longValue).sum();
  }

  @Test
  void aServerKilledInTheHoldOwesAllThatWasPlannedFromThenOn() throws Exception {
    AtomicInteger strokes = new AtomicInteger();
    try (DriverScene scene = scene(FaultScript.none(), BACKOFF)) {
      // On the loop's thread: what the users do next, they do without a server.
      scene.protocol =
          NoticedStrokes.ofHold(() -> {
            if (strokes.incrementAndGet() == PLANNED / 4) {
              scene.server.close();
            }
          });
      scene.listener =
          new Ramps() {
            @Override
            public void holdEnded(int stage) {
              try {
                Patience.await("a user tries in vain", () -> snapshot().connectFailures() > 0);
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            }
          };
      StageResult result = scene.run(stage(USERS, 50, 500)).getFirst();

      assertAccount(result, PLANNED);
      assertThat(result.unserved()).isPositive();
      assertThat(result.owed().total()).isGreaterThan(result.hold().delivered());
      assertThat(sum(result.disconnects())).isEqualTo(USERS);
      assertThat(result.connectFailures()).containsOnlyKeys("connection refused");
    }
  }

  @Test
  void theDrainEndsWhenAllThatIsMissingWasOwedToConnectionsThatAreGone() throws Exception {
    AtomicInteger strokes = new AtomicInteger();
    try (DriverScene scene = scene(FaultScript.none(), BACKOFF)) {
      scene.drain = Duration.ofSeconds(60);
      scene.protocol =
          NoticedStrokes.ofHold(() -> {
            int stroke = strokes.incrementAndGet();
            if (stroke == PLANNED / 4) {
              scene.server.read(false);
              scene.server.counts(); // it has come to that by now
            } else if (stroke == PLANNED / 2) {
              scene.server.close();
            }
          });
      long startNs = System.nanoTime();
      StageResult result = scene.run(stage(USERS, 50, 500)).getFirst();

      assertThat(Duration.ofNanos(System.nanoTime() - startNs)).isLessThan(scene.drain);
      assertAccount(result, PLANNED);
      assertThat(result.hold().lost()).isPositive();
    }
  }

  @Test
  void aDropThatTheSendFindsIsReconnectedToo() throws Exception {
    AtomicInteger strokes = new AtomicInteger();
    try (DriverScene scene = scene(FaultScript.none(), IMMEDIATE)) {
      scene.boards = 1;
      scene.rate = 10;
      // On the loop's thread, between the look at the sockets and the write.
      scene.protocol =
          NoticedStrokes.ofHold(() -> {
            if (strokes.incrementAndGet() == 3) {
              scene.server.cut();
            }
          });
      // So long that a busy machine is back in time to go on.
      StageResult result = scene.run(stage(1, 50, 4000)).getFirst();

      assertThat(result.disconnects()).isEqualTo(Map.of("connection reset by server", 1));
      assertThat(result.reconnects()).isEqualTo(1);
      assertThat(result.hold().scheduled()).isEqualTo(40);
      assertThat(result.unserved()).isPositive();
      assertThat(result.hold().sent()).isEqualTo(40 - result.unserved());
      assertThat(result.hold().sent()).as("it went on").isGreaterThan(2);
    }
  }

  @Test
  void aReconnectUnderWayAtAStagesEndIsNoFailureAndNoNewcomerOfTheNext() throws Exception {
    FaultScript script = FaultScript.every(2, Fault.MUTE_HANDSHAKE).and(10, Fault.CUT);
    try (DriverScene scene = scene(script, IMMEDIATE)) {
      scene.boards = 1;
      Ramps ramps = new Ramps();
      scene.listener = ramps;
      List<StageResult> results = scene.run(stage(1, 50, 500), stage(1, 100, 500));

      assertThat(sum(results.getFirst().disconnects())).isEqualTo(1);
      for (StageResult result : results) {
        assertThat(result.connectFailures()).isEmpty();
        assertThat(result.reconnects()).isZero();
        assertThat(result.hold().scheduled()).isEqualTo(20);
      }
      assertThat(results.getLast().unserved()).isEqualTo(20);
      assertThat(ramps.of(results.getLast())).isLessThan(FAR_TOO_LONG);
    }
  }

  @Test
  void aUserWhoMayNotComeBackInItsStageTriesOnceInTheNext() throws Exception {
    try (DriverScene scene = scene(FaultScript.every(3, Fault.REFUSE_JOIN), ReconnectSpec.NEVER)) {
      List<StageResult> results = scene.run(stage(USERS, 50, 200), stage(USERS, 50, 200));

      assertThat(results).extracting(StageResult::joined).containsExactly(4, 6);
      assertThat(results.getFirst().connectFailures()).isEqualTo(Map.of("error: board is full", 2));
      assertThat(results.getFirst().unserved()).isEqualTo(2 * 8);
      assertThat(results.getLast().unserved()).isZero();
    }
  }

  @Test
  void handshakesAndJoinsHaveTimes() throws Exception {
    try (DriverScene scene = scene(FaultScript.none(), ReconnectSpec.NEVER)) {
      StageResult result = scene.run(stage(USERS, 50, 100)).getFirst();

      assertThat(result.connect().count()).isEqualTo(USERS);
      assertThat(result.join().count()).isEqualTo(USERS);
      assertThat(result.connect().maxNs()).isPositive().isLessThanOrEqualTo(result.join().maxNs());
    }
  }
}
