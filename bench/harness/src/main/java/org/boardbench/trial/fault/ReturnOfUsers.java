package org.boardbench.trial.fault;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.boardbench.account.result.ConnectionMoment;
import org.boardbench.results.row.RecoveryFigures;
import org.boardbench.trial.fault.Recovery.Window;

/**
 * Who dropped after a fault, and came back, with what it took. Who comes and goes as planned
 * meanwhile is none of them, and who has dropped is one until its stay ends.
 */
final class ReturnOfUsers {
  private static final long SECOND_NS = 1_000_000_000;

  private final Window window;
  private final List<Long> drops = new ArrayList<>();
  private final List<Long> returns = new ArrayList<>();
  private final List<Long> attempts = new ArrayList<>();
  private final List<Long> handshakes = new ArrayList<>();
  private final Map<Integer, Absence> away = new HashMap<>();
  private long failed;
  private long left;
  private long awayMaxNs;

  /** Of a user who has dropped, until it has joined again or its stay ends. */
  private static final class Absence {
    final long sinceNs;
    long attemptNs;

    Absence(long sinceNs) {
      this.sinceNs = sinceNs;
      this.attemptNs = sinceNs;
    }
  }

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
    Absence absence = away.get(moment.user());
    if (moment.change() == ConnectionMoment.Change.DROPPED) {
      drops.add(moment.timeNs());
      away.put(moment.user(), new Absence(moment.timeNs()));
    } else if (absence != null) {
      take(moment, absence);
    }
  }

  private void take(ConnectionMoment moment, Absence absence) {
    long timeNs = moment.timeNs();
    switch (moment.change()) {
      case DROPPED -> {} // began it
      case ATTEMPT -> {
        attempts.add(timeNs);
        absence.attemptNs = timeNs;
      }
      case OPENED -> handshakes.add(timeNs - absence.attemptNs);
      case FAILED -> failed++;
      case RETURNED -> {
        returns.add(timeNs);
        end(moment, absence);
      }
      case LEFT -> {
        left++;
        end(moment, absence);
      }
    }
  }

  private void end(ConnectionMoment moment, Absence absence) {
    away.remove(moment.user());
    awayMaxNs = Math.max(awayMaxNs, moment.timeNs() - absence.sinceNs);
  }

  private RecoveryFigures.Users figures() {
    boolean hasNobodyStayedAway = !drops.isEmpty() && away.isEmpty();
    return new RecoveryFigures.Users(
        drops.size(),
        returns.size(),
        left,
        drops.isEmpty() ? OptionalLong.empty() : sinceFault(drops.getFirst()),
        drops.isEmpty() ? OptionalLong.empty() : sinceFault(drops.getLast()),
        back(0.5),
        back(0.99),
        back(1),
        hasNobodyStayedAway ? OptionalLong.of(awayMaxNs) : OptionalLong.empty(),
        new RecoveryFigures.Storm(attempts.size(), failed, perSecondMax(), p99(handshakes)));
  }

  /** When so large a part of the dropped whose stay went on had come back. */
  private OptionalLong back(double part) {
    int number = (int) Math.ceil(part * (drops.size() - left));
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
