package org.boardbench.account.result;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
 * @param snapshots what newcomers got of their board's history
 * @param moments every change of a connection, in order of time; empty where there were too many to
 *     keep
 */
public record ConnectionResult(
    Map<String, Integer> failures,
    int failuresHere,
    Map<String, Integer> disconnects,
    long reconnects,
    Churn churn,
    Histogram connect,
    Histogram join,
    Snapshots snapshots,
    Optional<List<ConnectionMoment>> moments) {
  /** One whose changes nobody has kept. */
  public ConnectionResult(
      Map<String, Integer> failures,
      int failuresHere,
      Map<String, Integer> disconnects,
      long reconnects,
      Churn churn,
      Histogram connect,
      Histogram join,
      Snapshots snapshots) {
    this(
        failures,
        failuresHere,
        disconnects,
        reconnects,
        churn,
        connect,
        join,
        snapshots,
        Optional.empty());
  }

  public ConnectionResult {
    failures = Map.copyOf(failures);
    disconnects = Map.copyOf(disconnects);
    moments = moments.map(List::copyOf);
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

  /**
   * Histories of boards that came to users who had asked for them.
   *
   * @param times from a connection's first packet until it was there as a whole
   * @param bytes of all of them
   */
  public record Snapshots(Histogram times, long bytes) {
    /** Nobody asked, or none came. */
    public static Snapshots none() {
      return new Snapshots(TimeHistograms.upTo(0), 0);
    }

    Snapshots merge(Snapshots other) {
      return new Snapshots(
          TimeHistograms.sum(List.of(this, other), Snapshots::times), bytes + other.bytes);
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
        TimeHistograms.upTo(0),
        Snapshots.none());
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
        TimeHistograms.sum(both, ConnectionResult::join),
        snapshots.merge(other.snapshots),
        moments.flatMap(own -> other.moments.map(theirs -> inTime(own, theirs))));
  }

  private static List<ConnectionMoment> inTime(
      List<ConnectionMoment> own, List<ConnectionMoment> theirs) {
    return Stream.concat(own.stream(), theirs.stream()).sorted(ConnectionMoment.IN_TIME).toList();
  }

  private static Map<String, Integer> sum(Map<String, Integer> one, Map<String, Integer> other) {
    Map<String, Integer> sum = new HashMap<>(one);
    other.forEach((reason, times) -> sum.merge(reason, times, Integer::sum));
    return sum;
  }
}
