package org.boardbench.trial.fault;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.boardbench.account.result.ConnectionMoment;
import org.boardbench.results.row.RecoveryFigures;
import org.boardbench.trial.fault.Recovery.Window;

/** Who dropped after a fault, and came back, with what it took. */
final class ReturnOfUsers {
  private static final long SECOND_NS = 1_000_000_000;

  private final Window window;
  private final List<Long> drops = new ArrayList<>();
  private final List<Long> returns = new ArrayList<>();
  private final List<Long> attempts = new ArrayList<>();
  private final List<Long> handshakes = new ArrayList<>();
  private final Map<Integer, Long> awaySince = new HashMap<>();
  private final Map<Integer, Long> attemptSince = new HashMap<>();
  private long failed;
  private long awayMaxNs;

  private ReturnOfUsers(Window window) {
    this.window = window;
  }

  /**
   * Those of a fault.
   *
   * @param moments of the whole stage, in order of time
   */
  static RecoveryFigures.Users of(List<ConnectionMoment> moments, Window window) {
    ReturnOfUsers users = new ReturnOfUsers(window);
    moments.stream().filter(moment -> window.has(moment.timeNs())).forEach(users::take);
    return users.figures();
  }

  private void take(ConnectionMoment moment) {
    int user = moment.user();
    long timeNs = moment.timeNs();
    switch (moment.change()) {
      case ATTEMPT -> {
        attempts.add(timeNs);
        attemptSince.put(user, timeNs);
      }
      case OPENED -> {
        if (attemptSince.containsKey(user)) {
          handshakes.add(timeNs - attemptSince.get(user));
        }
      }
      case FAILED -> failed++;
      case DROPPED -> {
        drops.add(timeNs);
        awaySince.put(user, timeNs);
      }
      case RETURNED -> {
        // Who had dropped before this fault is none of its users.
        Long droppedNs = awaySince.remove(user);
        if (droppedNs != null) {
          returns.add(timeNs);
          awayMaxNs = Math.max(awayMaxNs, timeNs - droppedNs);
        }
      }
    }
  }

  private RecoveryFigures.Users figures() {
    boolean areAllBack = !returns.isEmpty() && awaySince.isEmpty();
    return new RecoveryFigures.Users(
        drops.size(),
        returns.size(),
        drops.isEmpty() ? OptionalLong.empty() : sinceFault(drops.getFirst()),
        drops.isEmpty() ? OptionalLong.empty() : sinceFault(drops.getLast()),
        back(0.5),
        back(0.99),
        back(1),
        areAllBack ? OptionalLong.of(awayMaxNs) : OptionalLong.empty(),
        new RecoveryFigures.Storm(attempts.size(), failed, perSecondMax(), p99(handshakes)));
  }

  /** When so large a part of the dropped had come back. */
  private OptionalLong back(double part) {
    int number = (int) Math.ceil(part * drops.size());
    return number == 0 || number > returns.size()
        ? OptionalLong.empty()
        : sinceFault(returns.get(number - 1));
  }

  private OptionalLong sinceFault(long timeNs) {
    return OptionalLong.of(timeNs - window.atNs());
  }

  /** The most within any second, wherever it begins. */
  private long perSecondMax() {
    int most = 0;
    int first = 0;
    for (int last = 0; last < attempts.size(); last++) {
      while (attempts.get(last) - attempts.get(first) >= SECOND_NS) {
        first++;
      }
      most = Math.max(most, last - first + 1);
    }
    return most;
  }

  private static OptionalLong p99(List<Long> times) {
    if (times.isEmpty()) {
      return OptionalLong.empty();
    }
    List<Long> sorted = times.stream().sorted().toList();
    return OptionalLong.of(sorted.get((int) Math.ceil(0.99 * sorted.size()) - 1));
  }
}
