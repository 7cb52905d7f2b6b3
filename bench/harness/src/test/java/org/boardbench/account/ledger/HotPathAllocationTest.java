package org.boardbench.account.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import org.boardbench.account.ledger.ScriptedTrial.Message;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("optimized")
class HotPathAllocationTest {
  private static final int USERS = 50;
  private static final int TIMES = 3;
  private static final int ROUNDS = 400;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final ScriptedTrial trial = ScriptedTrial.inHold(USERS, 1, 1);

  private long allocatedBy(byte[][] frames) {
    LoopAccounts loop = trial.accounts.loop(0);
    long before = threads.getCurrentThreadAllocatedBytes();
    for (byte[] frame : frames) {
      for (int receiver = 0; receiver < USERS; receiver++) {
        loop.frame(receiver, frame, 0, frame.length, 1_002_000_000);
        loop.frame(receiver, frame, 0, frame.length, 1_002_000_000);
      }
      loop.read(frame.length, 1, true, 1_002_000_000, 1_002_010_000);
      loop.iterated(1_002_000_000, 1_002_000_100);
    }
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  private byte[][] frames() {
    byte[][] frames = new byte[ROUNDS][];
    for (int n = 0; n < ROUNDS; n++) {
      Message message = trial.send(n % USERS, 1000);
      frames[n] = message.json().getBytes(StandardCharsets.UTF_8);
    }
    return frames;
  }

  @Test
  void aDeliveryAllocatesNothingOnceItsSecondHasBegun() {
    allocatedBy(frames());

    // What a delivery costs it costs each time; what the JVM does once, for itself, it does not.
    long least = Long.MAX_VALUE;
    for (int time = 0; time < TIMES; time++) {
      least = Math.min(least, allocatedBy(frames()));
    }

    assertThat(least).as("of %d frames", ROUNDS * USERS).isLessThan(ROUNDS);
    assertThat(trial.close().hold().delivered()).isEqualTo((1L + TIMES) * ROUNDS * USERS);
  }
}
