package org.boardbench.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class LoopAllocationTest {
  private static final int BYTES = 1 << 20;

  private final LoopAllocation allocation = new LoopAllocation("loop-under-test"::equals);
  private final CountDownLatch begin = new CountDownLatch(1);
  private final CountDownLatch allocated = new CountDownLatch(1);
  private final CountDownLatch end = new CountDownLatch(1);
  private byte[] kept;

  @Test
  void countsWhatTheNamedThreadsAllocatedBetweenStartAndEndOfTheHold() throws Exception {
    Thread loop = Thread.ofPlatform().name("loop-under-test").start(this::allocateOnce);
    allocation.holdStarted();
    begin.countDown();
    allocated.await();
    byte[] ofAnotherThread = new byte[8 * BYTES];
    allocation.holdEnded();
    end.countDown();
    loop.join();

    assertThat(allocation.bytesPerDelivery(4).getAsDouble())
        .isBetween(kept.length / 4.0, ofAnotherThread.length / 8.0);
  }

  @Test
  void isEmptyWhenNothingWasDelivered() {
    assertThat(allocation.bytesPerDelivery(0)).isEmpty();
  }

  private void allocateOnce() {
    try {
      begin.await();
      kept = new byte[BYTES];
      allocated.countDown();
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
