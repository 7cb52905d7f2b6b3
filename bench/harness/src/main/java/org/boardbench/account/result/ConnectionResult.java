package org.boardbench.account.result;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.boardbench.account.record.TimeHistograms;

/**
 * What became of the connections of a stage's users.
 *
 * @param failures attempts to connect or join that failed, by reason
 * @param failuresHere how many of them the driver or the machine caused
 * @param disconnects joined users that dropped, by reason
 * @param reconnects times that a user who had been disconnected joined again
 * @param churn who left and came on purpose, and is in none of these
 * @param connect from a connection's first packet until the opening handshake was done, over all
 *     attempts that came so far, in ramp, hold and drain
 * @param join likewise until the user had joined
 */
public record ConnectionResult(
    Map<String, Integer> failures,
    int failuresHere,
    Map<String, Integer> disconnects,
    long reconnects,
    Churn churn,
    Histogram connect,
    Histogram join) {
  public ConnectionResult {
    failures = Map.copyOf(failures);
    disconnects = Map.copyOf(disconnects);
  }

  /**
   * Users who come and go.
   *
   * @param left stays that ended with a clean close
   * @param joined stays that began with a join
   */
  public record Churn(long left, long joined) {
    public static final Churn NONE = new Churn(0, 0);

    Churn plus(Churn other) {
      return new Churn(left + other.left, joined + other.joined);
    }
  }

  /** Nobody tried to connect, nobody dropped. */
  public static ConnectionResult none() {
    return new ConnectionResult(
        Map.of(),
        0,
        Map.of(),
        0,
        Churn.NONE,
        TimeHistograms.upTo(0),
        TimeHistograms.upTo(0));
  }

  ConnectionResult merge(ConnectionResult other) {
    List<ConnectionResult> both = List.of(this, other);
    return new ConnectionResult(
        sum(failures, other.failures),
        failuresHere + other.failuresHere,
        sum(disconnects, other.disconnects),
        reconnects + other.reconnects,
        churn.plus(other.churn),
        TimeHistograms.sum(both, ConnectionResult::connect),
        TimeHistograms.sum(both, ConnectionResult::join));
  }

  private static Map<String, Integer> sum(Map<String, Integer> one, Map<String, Integer> other) {
    Map<String, Integer> sum = new HashMap<>(one);
    other.forEach((reason, times) -> sum.merge(reason, times, Integer::sum));
    return sum;
  }
}
