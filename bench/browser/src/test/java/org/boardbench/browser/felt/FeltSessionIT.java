package org.boardbench.browser.felt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.boardbench.browser.chromium.BrowserFailure;
import org.boardbench.browser.chromium.BrowserHere;
import org.boardbench.browser.chromium.Chromium;
import org.boardbench.core.Endpoint;
import org.boardbench.core.EpochClock;
import org.boardbench.driver.io.SocketLoops;
import org.boardbench.reference.FaultScript;
import org.boardbench.reference.ReferenceServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FeltSessionIT {
  /** So few messages of the peers that all which come are the pages'. */
  private static final double NEXT_TO_NEVER = 1e-4;

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final EpochClock clock = EpochClock.startingNow();
  private final ReferenceServer server = ReferenceServer.start(FaultScript.none());
  private Chromium chromium;

  @BeforeEach
  void find() throws InterruptedException {
    chromium = BrowserHere.orSkip();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aBrowserThatIsKilledInAHoldEndsItsSightWithAReasonAndLeavesNothing() throws Exception {
    long pid;
    try (FeltSession session = start()) {
      pid = session.pid().orElseThrow();
      session.holdStarted(clock.nowNs());
      awaitDrawnMessages(10);
      session.kill();
      session.holdEnded();

      HoldSight sight = session.sight();

      assertThat(sight.ended()).isPresent();
      assertThat(new FeltTimes(sight, 4).counts().inputs()).isPositive();
    }
    assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  void aServerThatClosesThePagesEndsTheirSightWhileTheHoldGoesOn() throws Exception {
    try (FeltSession session = start()) {
      session.holdStarted(clock.nowNs());
      server.cut();

      assertThat(session.sight().ended().orElseThrow()).contains("closed the connection");
    }
  }

  @Test
  void nothingIsLeftOfASessionThatIsClosed() throws Exception {
    long pid;
    try (FeltSession session = start()) {
      pid = session.pid().orElseThrow();
      assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isPresent();
    }
    assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
    assertThat(server.connections()).isZero();
  }

  @Test
  void aBrowserThatDoesNotStartIsAFailureInOneLine() {
    assertThatThrownBy(() ->
            FeltSession.start(
                new Chromium(Path.of("/bin/false"), "156"),
                new Endpoint(server.uri(), Map.of()),
                FeltSetting.of(4, 1, 25, 0),
                SocketLoops.best(),
                clock,
                1))
        .isInstanceOf(BrowserFailure.class)
        .hasMessageStartingWith("the browser did not start")
        .hasMessageNotContaining("\n");
  }

  private void awaitDrawnMessages(int count) throws InterruptedException {
    long deadlineNs = System.nanoTime() + PATIENCE.toNanos();
    while (server.counts().messages() < count) {
      assertThat(System.nanoTime() - deadlineNs).as("the pen draws").isNegative();
      Thread.sleep(10);
    }
  }

  private FeltSession start() throws Exception {
    return FeltSession.start(
        chromium,
        new Endpoint(server.uri(), Map.of()),
        FeltSetting.of(4, NEXT_TO_NEVER, 25, 0),
        SocketLoops.best(),
        clock,
        1);
  }
}
