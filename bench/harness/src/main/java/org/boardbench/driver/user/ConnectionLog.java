package org.boardbench.driver.user;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.boardbench.account.result.ConnectionMoment;

/**
 * The changes of connections of a loop's users in one stage. A server that drops its users again
 * and again must not fill the heap: a log that has grown to its bound is given up. One writer.
 */
final class ConnectionLog {
  /** Of 16 bytes each. */
  static final int MOST = 500_000;

  private static final int FIRST = 64;

  private final int most;
  private long[] times = new long[FIRST];
  private int[] users = new int[FIRST];
  private ConnectionMoment.Change[] changes = new ConnectionMoment.Change[FIRST];
  private int count;
  private boolean isWhole = true;

  ConnectionLog() {
    this(MOST);
  }

  ConnectionLog(int most) {
    this.most = most;
  }

  void add(ConnectionMoment.Change change, int user, long timeNs) {
    isWhole &= count < most;
    if (!isWhole) {
      return;
    }
    if (count == times.length) {
      times = Arrays.copyOf(times, 2 * count);
      users = Arrays.copyOf(users, 2 * count);
      changes = Arrays.copyOf(changes, 2 * count);
    }
    times[count] = timeNs;
    users[count] = user;
    changes[count] = change;
    count++;
  }

  /** In the order of time; empty when there were more than it can hold. */
  Optional<List<ConnectionMoment>> moments() {
    return isWhole
        ? Optional.of(
            IntStream.range(0, count)
                .mapToObj(i -> new ConnectionMoment(changes[i], users[i], times[i]))
                .sorted(ConnectionMoment.IN_TIME)
                .toList())
        : Optional.empty();
  }

  /** Takes what another loop's users went through. */
  void addAll(ConnectionLog other) {
    isWhole &= other.isWhole;
    for (int i = 0; i < other.count; i++) {
      add(other.changes[i], other.users[i], other.times[i]);
    }
  }
}
