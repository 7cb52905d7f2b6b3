package org.boardbench.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;

class QuietTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  private long nowNs;
  private final Quiet quiet = new Quiet(() -> nowNs, duration -> nowNs += duration.toNanos());

  @Test
  void whatIsStillOnItsWayIsWaitedFor() throws Exception {
    assertThat(await(LONG, 132, 133, 135, 135, 140)).isEqualTo(135);
  }

  @Test
  void aCountAtRestIsReadTwice() throws Exception {
    assertThat(await(LONG, 7, 7, 9)).isEqualTo(7);
  }

  @Test
  void aServerThatNeverComesToRestIsNotWaitedForLongerThanAsked() throws Exception {
    Duration most = Duration.ofSeconds(1);

    assertThat(await(most, 1, 2, 3, 4, 5, 6, 7, 8, 9)).isLessThan(9);
    assertThat(Duration.ofNanos(nowNs)).isBetween(most, most.multipliedBy(2));
  }

  private long await(Duration most, long... readings) throws InterruptedException {
    Deque<Long> left = new ArrayDeque<>();
    for (long reading : readings) {
      left.add(reading);
    }
    return quiet.await(left::remove, most);
  }
}
