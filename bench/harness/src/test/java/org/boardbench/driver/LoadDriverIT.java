package org.boardbench.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.boardbench.driver.DriverScene.stage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.boardbench.measure.RunClock;
import org.boardbench.measure.StageResult;
import org.boardbench.reference.FaultScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The course of stages, against a server that at most does nothing for a while. */
@Timeout(120)
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
            public void holdStarted(int stage) {
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
      // A machine that stands still itself makes them longer, and they still go down evenly.
      assertThat(result.rtt().p50Ns()).isLessThan(result.rtt().p95Ns() * 3 / 4);
      assertThat(result.hold().lost()).isZero();
    }
  }

  @Test
  void aServerThatReadsLateGetsEveryMessageAndTheDelayIsTheSends() throws Exception {
    try (scene) {
      heavy();
      readAgainAfter(Duration.ofMillis(800));
      StageResult result = scene.run(stage(2, 50, 1000)).getFirst();

      assertThat(result.hold().sent()).isEqualTo(200).isEqualTo(result.hold().scheduled());
      assertThat(result.hold().lost()).isZero();
      assertThat(result.sendDelay().maxNs()).isGreaterThan(200_000_000);
      assertThat(result.rtt().meanNs()).isGreaterThan(result.service().meanNs());
      assertThat(result.unserved()).isZero();
      assertThat(result.driverSendDelay().count())
          .as("what found no room was not late by the driver")
          .isBetween(1L, 199L);
      assertThat(result.driverSendDelay().maxNs()).isLessThan(result.sendDelay().maxNs());
    }
  }

  @Test
  void aServerThatNeverReadsLeavesMessagesUnsentAndTheStageEnds() throws Exception {
    try (scene) {
      heavy();
      readAgainAfter(Duration.ofDays(1));
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
          new DriverListener() {
            @Override
            public void holdStarted(int stage) {
              scene.server.read(false);
              CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS)
                  .execute(scene.server::close);
            }
          };
      StageResult result = scene.run(stage(2, 50, 1000)).getFirst();

      assertThat(result.unserved()).isPositive();
      assertThat(result.hold().sent() + result.unserved()).isEqualTo(result.hold().scheduled());
      assertThat(result.hold().scheduled()).isEqualTo(200);
    }
  }

  @Test
  void aMessageThatFindsItsConnectionBrokenIsUnservedOnceAndSoIsTheRest() throws Exception {
    AtomicBoolean inHold = new AtomicBoolean();
    AtomicInteger strokes = new AtomicInteger();
    try (scene) {
      scene.boards = 1;
      scene.rate = 2;
      scene.drain = Duration.ofMillis(100);
      scene.listener =
          new DriverListener() {
            @Override
            public void holdStarted(int stage) {
              scene.server.read(false);
              inHold.set(true);
            }
          };
      // A server that ends with something unread resets the connection, so the send finds out.
      scene.protocol =
          new NoticedStrokes(() -> {
            if (inHold.get() && strokes.incrementAndGet() == 3) {
              scene.server.close();
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

  private void readAgainAfter(Duration pause) {
    scene.listener =
        new DriverListener() {
          @Override
          public void holdStarted(int stage) {
            scene.server.read(false);
            CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> scene.server.read(true));
          }
        };
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
      assertThat(result.users().owed().total()).isEqualTo(4 * 4 * 2);
      assertThat(result.rtt().isMeasured()).isFalse();
      assertThat(result.users().coverage().censored().count()).isEqualTo(4 * 4);
    }
  }

  @Test
  void theListenerHearsOfTheCourseInItsOrder() throws Exception {
    List<String> heard = new ArrayList<>();
    try (scene) {
      scene.listener =
          new DriverListener() {
            @Override
            public void holdStarted(int stage) {
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
      scene.run(stage(4, 50, 1200));
    }
    assertThat(heard).containsSubsequence("start 1", "hold 4", "hold 4", "end 1");
  }

  @Test
  void nothingIsLeftAfterAnInterruptInTheMiddleOfAStage() throws Exception {
    Thread running = Thread.currentThread();
    try (scene) {
      scene.listener =
          new DriverListener() {
            @Override
            public void holdStarted(int stage) {
              running.interrupt();
            }
          };
      assertThatThrownBy(() -> scene.run(stage(20, 50, 60_000)))
          .isInstanceOf(InterruptedException.class);
      scene.driver.close();

      assertThat(driverThreads()).isEmpty();
      assertServerHasNoConnection();
    }
  }

  @Test
  void closingEndsThreadsAndSocketsThoughTheServerHangs() throws Exception {
    try (scene) {
      scene.run(stage(10, 50, 100));
      scene.server.stall(Duration.ofSeconds(6));
      long startNs = System.nanoTime();
      scene.driver.close();

      assertThat(System.nanoTime() - startNs).isLessThan(5_500_000_000L);
      assertThat(driverThreads()).isEmpty();
      assertServerHasNoConnection();
    }
  }

  @Test
  void aDriverThatNeverRanCloses() {
    try (scene) {
      LoadDriver.start(
              scene.plan(stage(4, 0, 100)),
              scene.endpoint(),
              DriverScene.RAW,
              scene.socketLoops,
              RunClock.startingNow(),
              new DriverListener() {})
          .close();
      assertThat(driverThreads()).isEmpty();
    }
  }

  private void assertServerHasNoConnection() throws InterruptedException {
    while (scene.server.connections() > 0) {
      Thread.sleep(10);
    }
  }

  private static List<String> driverThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("driver-"))
        .toList();
  }
}
