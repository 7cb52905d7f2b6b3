package org.boardbench.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.boardbench.driver.DriverScene.stage;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.boardbench.account.result.StageResult;
import org.boardbench.core.ArrivalClock;
import org.boardbench.core.RunClock;
import org.boardbench.driver.io.KindsOfLoop;
import org.boardbench.driver.io.SocketLoops;
import org.boardbench.driver.ws.NoticedStrokes;
import org.boardbench.reference.FaultScript;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A driver that stalls right after it has sent, while the answer arrives: whose delay that was must
 * be told.
 */
@Tag("alone")
@Timeout(600)
class StoppedLoopIT {
  private static final long STOP_NS = 200_000_000;

  /**
   * On loopback an answer takes far less, also on a machine that has other things to do. Judged by
   * the time since the kernel had the message: what that machine delays at the sender is not in it.
   */
  private static final long HALF_NS = STOP_NS / 2;

  static Stream<SocketLoops> loopsWithKernelTimes() {
    return KindsOfLoop.withKernelTimes();
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("loopsWithKernelTimes")
  void theKernelsClockKeepsTheStopOutOfTheTimesAndSaysHowLongTheDriverWasLate(SocketLoops loops)
      throws Exception {
    StageResult result = runWithStops(loops);

    assertThat(result.arrivalClock()).contains(ArrivalClock.KERNEL);
    assertThat(result.service().p50Ns()).isLessThan(HALF_NS);
    assertThat(result.arrivals().receiveDelay().maxNs()).isGreaterThan(HALF_NS);
  }

  @Test
  void theDriversOwnClockHasTheStopInTheTimes() throws Exception {
    StageResult result = runWithStops(SocketLoops.nio());

    assertThat(result.arrivalClock()).contains(ArrivalClock.DRIVER);
    assertThat(result.service().p50Ns()).isGreaterThanOrEqualTo(STOP_NS);
    assertThat(result.arrivals().receiveDelay().isMeasured()).isFalse();
  }

  /** One user who sends every 400 ms, and whose loop stops for 200 ms after each send. */
  private static StageResult runWithStops(SocketLoops loops) throws InterruptedException {
    StoppingClock clock = new StoppingClock();
    try (DriverScene scene = new DriverScene(FaultScript.none())) {
      scene.socketLoops = loops;
      scene.boards = 1;
      scene.rate = 2.5;
      scene.clock = clock;
      scene.protocol = new NoticedStrokes(clock::stopAtNextLook);
      StageResult result = scene.run(stage(1, 100, 2_000)).getFirst();
      assertThat(result.hold().lost()).isZero();
      assertThat(result.rtt().count()).isEqualTo(5);
      return result;
    }
  }

  /**
   * The run clock, which stops the thread that looks at it next after a message was made: that is
   * the loop, right after the kernel has taken the message.
   */
  private static final class StoppingClock implements RunClock {
    private final RunClock clock = RunClock.startingNow();
    private final AtomicInteger stops = new AtomicInteger();
    private volatile Thread loop;

    void stopAtNextLook() {
      loop = Thread.currentThread();
      stops.set(1);
    }

    @Override
    public long nowNs() {
      if (Thread.currentThread() == loop && stops.getAndSet(0) > 0) {
        long endNs = clock.nowNs() + STOP_NS;
        for (long leftNs = STOP_NS; leftNs > 0; leftNs = endNs - clock.nowNs()) {
          LockSupport.parkNanos(Math.max(leftNs, TimeUnit.MICROSECONDS.toNanos(1)));
        }
      }
      return clock.nowNs();
    }
  }
}
