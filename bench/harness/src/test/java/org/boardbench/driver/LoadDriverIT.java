package org.boardbench.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.boardbench.driver.DriverScene.stage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.boardbench.account.record.StageSnapshot;
import org.boardbench.account.result.StageResult;
import org.boardbench.core.RunClock;
import org.boardbench.driver.stage.DriverListener;
import org.boardbench.driver.ws.NoticedStrokes;
import org.boardbench.junit.Patience;
import org.boardbench.reference.FaultScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The course of stages, against a server that at most does nothing for a while. */
@Timeout(600)
class LoadDriverIT {
  private final DriverScene scene = new DriverScene(FaultScript.none());

  @Test
  void everyDeliveryOfAFaultlessServerIsAccountedForStageByStage() throws Exception {
    try (scene) {
      scene.loops = 2;
      List<StageResult> results = scene.run(stage(4, 100, 500), stage(10, 200, 500));

      assertThat(results).extracting(StageResult::joined).containsExactly(4, 10);
      assertThat(results)
          .extracting(result -> result.hold().scheduled())
          .containsExactly(4 * 20L, 10 * 20L);
      for (StageResult result : results) {
        long members = result.spec().users() / 2;
        assertThat(result.hold().sent()).isEqualTo(result.hold().scheduled());
        assertThat(result.hold().expected()).isEqualTo(result.hold().sent() * members);
        assertThat(result.hold().delivered()).isEqualTo(result.hold().expected());
        assertThat(result.ramp().delivered()).isEqualTo(result.ramp().expected());
        assertThat(result.rtt().count()).isEqualTo(result.hold().sent());
        assertThat(result.connectFailures()).isEmpty();
        assertThat(result.disconnects()).isEmpty();
      }
      assertThat(results.get(1).ramp().sent()).isPositive();
    }
  }

  @Test
  void usersWhoSitOutASmallerStageLeaveAndComeBack() throws Exception {
    try (scene) {
      List<StageResult> results = scene.run(stage(6, 0, 200), stage(2, 0, 200), stage(6, 50, 200));

      assertThat(results).extracting(StageResult::joined).containsExactly(6, 2, 6);
      assertThat(results).allSatisfy(result -> assertThat(result.disconnects()).isEmpty());
      assertThat(results).allSatisfy(result -> assertThat(result.hold().lost()).isZero());
      for (StageResult result : results) {
        long members = result.spec().users() / 2;
        assertThat(result.hold().expected()).isEqualTo(result.hold().sent() * members);
        assertThat(result.owed().total()).isEqualTo(result.hold().expected());
        assertThat(result.unserved()).isZero();
      }
    }
  }

  @Test
  void aStallShowsInTheTimesOfAllMessagesThatItHeldUp() throws Exception {
    try (scene) {
      scene.boards = 1;
      scene.rate = 50;
      scene.listener =
          new DriverListener() {
            @Override
            public void holdStarted(int stage, long startNs) {
              scene.server.stall(Duration.ofMillis(300));
            }
          };
      StageResult result = scene.run(stage(4, 50, 1500)).getFirst();

      // A fifth of the messages is due in the stall, and the last of them waits for nothing: the
      // times of that fifth go down evenly from 300 ms.
      long stallNs = 300_000_000;
      assertThat(result.hold().sent()).isEqualTo(4 * 75).isEqualTo(result.rtt().count());
      assertThat(result.rtt().maxNs()).isGreaterThan(stallNs * 8 / 10);
      assertThat(result.rtt().p95Ns()).isGreaterThan(stallNs / 2);
      // A slow machine makes all of them longer; one that stalls makes more of them long,
      // and those go down evenly over a longer time.
      assertThat(result.rtt().p95Ns() - result.rtt().p50Ns()).isGreaterThan(stallNs / 4);
      assertThat(result.hold().lost()).isZero();
    }
  }

  @Test
  void aServerThatReadsLateGetsEveryMessageAndTheDelayIsTheSends() throws Exception {
    try (scene) {
      heavy();
      scene.listener =
          new Backpressure(snapshot -> {
            Thread.sleep(300);
            scene.server.read(true);
          });
      StageResult result = scene.run(stage(2, 50, 1000)).getFirst();

      assertThat(result.hold().sent()).isEqualTo(200).isEqualTo(result.hold().scheduled());
      assertThat(result.hold().lost()).isZero();
      assertThat(result.sendDelay().maxNs()).isGreaterThan(200_000_000);
      assertThat(result.rtt().meanNs()).isGreaterThan(result.service().meanNs());
      assertThat(result.unserved()).isZero();
      assertThat(result.driverSendDelay().count())
          .as("what found no room was not late by the driver")
          .isBetween(1L, 199L);
    }
  }

  @Test
  void aServerThatNeverReadsLeavesMessagesUnsentAndTheStageEnds() throws Exception {
    try (scene) {
      heavy();
      scene.listener = new Backpressure(snapshot -> {});
      scene.drain = Duration.ofMillis(500);
      StageResult result = scene.run(stage(2, 50, 1000)).getFirst();

      assertThat(result.hold().scheduled()).isEqualTo(200);
      assertThat(result.hold().sent()).isLessThan(200);
      assertThat(result.unserved()).isEqualTo(200 - result.hold().sent());
      assertThat(result.disconnects()).isEqualTo(Map.of("server does not read", 2));
    }
  }

  @Test
  void whatWasHeldUpWhenTheServerEndedAndWhatWasDueFromThenOnIsUnserved() throws Exception {
    try (scene) {
      heavy();
      scene.drain = Duration.ofMillis(500);
      scene.listener =
          new Backpressure(snapshot -> {
            scene.server.close();
            Patience.await("both users have noticed", () -> snapshot.get().disconnects() == 2);
          });
      StageResult result = scene.run(stage(2, 50, 2000)).getFirst();

      assertThat(result.unserved()).isPositive();
      assertThat(result.hold().sent() + result.unserved()).isEqualTo(result.hold().scheduled());
      assertThat(result.hold().scheduled()).isEqualTo(400);
    }
  }

  @Test
  void aMessageThatFindsItsConnectionBrokenIsUnservedOnceAndSoIsTheRest() throws Exception {
    AtomicInteger strokes = new AtomicInteger();
    try (scene) {
      scene.boards = 1;
      scene.rate = 2;
      scene.drain = Duration.ofMillis(100);
      // On the loop's thread, between the look at the sockets and the write, so the send finds out.
      scene.protocol =
          NoticedStrokes.ofHold(() -> {
            if (strokes.incrementAndGet() == 3) {
              scene.server.cut();
            }
          });
      StageResult result = scene.run(stage(1, 50, 2500)).getFirst();

      assertThat(strokes).hasValue(3);
      assertThat(result.hold().scheduled()).isEqualTo(5);
      assertThat(result.hold().sent()).isEqualTo(2);
      assertThat(result.unserved()).isEqualTo(3);
    }
  }

  /** More than the sockets' buffers take. */
  private void heavy() {
    scene.boards = 2;
    scene.rate = 100;
    scene.payloadBytes = 60_000;
    scene.server.smallBuffers();
  }

  /**
   * A server that reads no more from the hold's start on. What comes next waits until each of the
   * two users has a message that the kernel takes no more of, however slow the machine is.
   */
  private final class Backpressure implements DriverListener {
    private static final int LOOKS = 10;

    private final AtomicInteger made = new AtomicInteger();
    private final Next next;
    private Supplier<StageSnapshot> snapshot;

    Backpressure(Next next) {
      this.next = next;
      scene.protocol = new NoticedStrokes(made::incrementAndGet);
    }

    @Override
    public void stageOpened(int stage, long startNs, Supplier<StageSnapshot> ofStage) {
      snapshot = ofStage;
    }

    @Override
    public void holdStarted(int stage, long startNs) {
      scene.server.read(false);
      try {
        awaitMessagesLeftInPart();
        next.step(snapshot);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    /** A loop that is in the middle of a send has done with it a few looks later. */
    private void awaitMessagesLeftInPart() throws InterruptedException {
      int madeBefore = 0;
      for (int alike = 0; alike < LOOKS; ) {
        Thread.sleep(10);
        int madeNow = made.get();
        long sent = snapshot.get().ramp().sent() + snapshot.get().hold().sent();
        alike = madeNow == madeBefore && madeNow - sent == 2 ? alike + 1 : 0;
        madeBefore = madeNow;
      }
    }
  }

  /** What a server does that has stopped to read. */
  @FunctionalInterface
  private interface Next {
    void step(Supplier<StageSnapshot> snapshot) throws InterruptedException;
  }

  @Test
  void nobodyListeningIsAFailureOfEachUser() throws Exception {
    scene.server.close();
    try (scene) {
      StageResult result = scene.run(stage(4, 50, 100)).getFirst();

      assertThat(result.connectFailures()).isEqualTo(Map.of("connection refused", 4));
      assertThat(result.joined()).isZero();
      assertThat(result.hold().scheduled()).isEqualTo(4 * 4);
      assertThat(result.unserved()).isEqualTo(4 * 4);
      assertThat(result.owed().total()).isEqualTo(4 * 4 * 2);
      assertThat(result.rtt().isMeasured()).isFalse();
      assertThat(result.coverage().censored().count()).isEqualTo(4 * 4);
    }
  }

  @Test
  void theListenerHearsOfTheCourseInItsOrder() throws Exception {
    List<String> heard = new ArrayList<>();
    try (scene) {
      scene.listener =
          new DriverListener() {
            @Override
            public void holdStarted(int stage, long startNs) {
              heard.add("start " + stage);
            }

            @Override
            public void holdEnded(int stage) {
              heard.add("end " + stage);
            }

            @Override
            public void progress(Progress progress) {
              heard.add(progress.phase() + " " + progress.users());
            }
          };
      scene.run(stage(4, 50, 2000));
    }
    assertThat(heard).containsSubsequence("start 1", "hold 4", "end 1");
  }

  @Test
  void nothingIsLeftAfterAnInterruptInTheMiddleOfAStage() throws Exception {
    Thread running = Thread.currentThread();
    try (scene) {
      scene.listener =
          new DriverListener() {
            @Override
            public void holdStarted(int stage, long startNs) {
              running.interrupt();
            }
          };
      assertThatThrownBy(() -> scene.run(stage(20, 50, 60_000)))
          .isInstanceOf(InterruptedException.class);
      scene.driver.close();

      assertNoDriverThreads();
      assertServerHasNoConnection();
    }
  }

  @Test
  void closingEndsThreadsAndSocketsThoughTheServerNeverAnswersTheGoodByes() throws Exception {
    try (scene) {
      scene.run(stage(10, 50, 100));
      scene.server.read(false);
      scene.server.counts(); // it has come to that by now
      scene.driver.close();

      assertNoDriverThreads();
      scene.server.read(true);
      assertServerHasNoConnection();
    }
  }

  @Test
  void aDriverThatNeverRanCloses() throws Exception {
    try (scene) {
      LoadDriver.start(
              scene.plan(stage(4, 0, 100)),
              scene.endpoint(),
              DriverScene.RAW,
              scene.socketLoops,
              RunClock.startingNow(),
              new DriverListener() {})
          .close();
      assertNoDriverThreads();
    }
  }

  private void assertServerHasNoConnection() throws InterruptedException {
    Patience.await("all connections end", () -> scene.server.connections() == 0);
  }

  /** Those that close() has told to end; a starved one takes a while. */
  private static void assertNoDriverThreads() throws InterruptedException {
    Patience.await("the driver's threads end", () -> driverThreads().isEmpty());
  }

  private static List<String> driverThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("driver-"))
        .toList();
  }
}
