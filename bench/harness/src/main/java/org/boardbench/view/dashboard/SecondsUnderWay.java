package org.boardbench.view.dashboard;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.boardbench.account.record.PhaseSnapshot;
import org.boardbench.account.record.StageSnapshot;
import org.boardbench.account.record.TimeBounds;
import org.boardbench.account.record.TimeCounts;
import org.boardbench.host.sampling.ResourceSnapshot;
import org.boardbench.host.sampling.ResourceUsage;
import org.boardbench.host.sampling.ResourceWindow;
import org.boardbench.results.column.SecondColumns;
import org.boardbench.results.row.SecondRecord;
import org.boardbench.results.table.StoredRow;

/**
 * The seconds of a trial under way, each from what has been counted since the one before. A second
 * that somebody was too late to look at is part of the next one, until its stage has ended and its
 * file has it.
 */
final class SecondsUnderWay {
  private static final double NS_PER_S = 1e9;

  private ResourceSnapshot origin;
  private ResourceSnapshot earlier;
  private Supplier<StageSnapshot> stage;
  private StageSnapshot before;
  private int users;

  /** What is kept of those of the stage under way, by number. */
  private final Map<Integer, ShownSecond> ofStage = new TreeMap<>();

  /** A measured stage begins. */
  void stageStarted(Supplier<StageSnapshot> snapshot) {
    stage = snapshot;
    before = null;
    ofStage.clear();
  }

  /** So many users are joined now. */
  void joined(int number) {
    users = number;
  }

  /** The second that ends now; empty at the trial's start, and while no stage is measured. */
  Optional<ShownSecond> sampled(ResourceSnapshot now) {
    ResourceSnapshot start = earlier;
    earlier = now;
    if (start == null) {
      origin = now;
      return Optional.empty();
    }
    ResourceWindow window = new ResourceWindow(start, now);
    if (stage == null || window.lengthNs() <= 0) {
      return Optional.empty();
    }
    StageSnapshot counted = stage.get();
    int number = (int) Math.round((now.timeNs() - origin.timeNs()) / NS_PER_S) - 1;
    ShownSecond second =
        new ShownSecond(
            Math.max(0, number),
            figures(counted, window.lengthNs() / NS_PER_S),
            used(window, window::cpuPct),
            used(window, window::memoryMib));
    before = counted;
    ofStage.put(second.number(), second.lasting());
    return Optional.of(second);
  }

  /** The seconds of the stage that has ended, as its rows have them. */
  List<ShownSecond> ended(List<StoredRow<SecondRecord>> rows) {
    stage = null; // what is counted until the next one begins has no second to belong to
    return rows.stream()
        .map(row -> new ShownSecond(row.number(SecondColumns.SECOND), SecondFigure.of(row)))
        .map(second ->
            Optional.ofNullable(ofStage.get(second.number()))
                .map(second::completedBy)
                .orElse(second))
        .toList();
  }

  private static Map<String, Double> used(
      ResourceWindow window, Function<String, OptionalDouble> figure) {
    Map<String, Double> used = new LinkedHashMap<>();
    for (ResourceUsage usage : window.end().usages()) {
      figure.apply(usage.component()).ifPresent(value -> used.put(usage.component(), value));
    }
    return used;
  }

  private Map<SecondFigure, Double> figures(StageSnapshot now, double seconds) {
    Map<SecondFigure, Double> figures = new EnumMap<>(SecondFigure.class);
    figures.put(SecondFigure.USERS, (double) users);
    figures.put(SecondFigure.SENT, gained(now, PhaseSnapshot::sent) / seconds);
    figures.put(SecondFigure.RECEIVED, gained(now, PhaseSnapshot::delivered) / seconds);
    figures.put(SecondFigure.DISCONNECTS, (double) gainedOf(now, StageSnapshot::disconnects));
    figures.put(SecondFigure.RECONNECTS, (double) gainedOf(now, StageSnapshot::reconnects));
    figures.put(
        SecondFigure.CONNECT_FAILURES, (double) gainedOf(now, StageSnapshot::connectFailures));
    long[] rtt = gainedTimes(now, PhaseSnapshot::rtt);
    put(figures, SecondFigure.RTT_P50, BucketPercentile.ms(rtt, 0.50));
    put(figures, SecondFigure.RTT_P95, BucketPercentile.ms(rtt, 0.95));
    put(figures, SecondFigure.RTT_P99, BucketPercentile.ms(rtt, 0.99));
    long[] reach = gainedTimes(now, PhaseSnapshot::reach);
    put(figures, SecondFigure.REACH_P95, BucketPercentile.ms(reach, 0.95));
    long owed = now.hold().owed();
    if (owed > 0) {
      double missing = Math.max(0, owed - now.hold().delivered());
      figures.put(SecondFigure.NOT_THERE, 100 * missing / owed);
    }
    return figures;
  }

  private static void put(
      Map<SecondFigure, Double> figures, SecondFigure figure, OptionalDouble value) {
    value.ifPresent(measured -> figures.put(figure, measured));
  }

  private long gained(StageSnapshot now, ToLongFunction<PhaseSnapshot> count) {
    return gainedOf(now, one -> count.applyAsLong(one.ramp()) + count.applyAsLong(one.hold()));
  }

  private long gainedOf(StageSnapshot now, ToLongFunction<StageSnapshot> count) {
    return count.applyAsLong(now) - (before == null ? 0 : count.applyAsLong(before));
  }

  private long[] gainedTimes(StageSnapshot now, Function<PhaseSnapshot, TimeCounts> times) {
    long[] gained = new long[TimeBounds.buckets()];
    add(gained, times.apply(now.ramp()), 1);
    add(gained, times.apply(now.hold()), 1);
    if (before != null) {
      add(gained, times.apply(before.ramp()), -1);
      add(gained, times.apply(before.hold()), -1);
    }
    return gained;
  }

  /** A list that nothing was counted in has no buckets to speak of, so it may be shorter. */
  private static void add(long[] sum, TimeCounts times, int sign) {
    List<Long> counts = times.counts();
    for (int bucket = 0; bucket < Math.min(sum.length, counts.size()); bucket++) {
      sum[bucket] += sign * counts.get(bucket);
    }
  }
}
