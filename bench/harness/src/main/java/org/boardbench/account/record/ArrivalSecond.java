package org.boardbench.account.record;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.boardbench.results.row.SecondRecord;

/**
 * What happened in one second, by the times of arrival. Written by one thread; what is put aside
 * belongs to the thread that does so.
 */
public final class ArrivalSecond {
  private final Map<Phase.Kind, PhaseTimes> times = new EnumMap<>(Phase.Kind.class);
  private Map<Phase.Kind, KeptTimes> aside = Map.of();
  private long received;
  private int memberChange;
  private long unserved;
  private long owedUnserved;
  private long disconnects;
  private long reconnects;

  public void countReceived() {
    received++;
  }

  public void countMembers(int change) {
    memberChange += change;
  }

  /**
   * A message that was intended for it is not sent.
   *
   * @param owed deliveries that it would have had; 0 for a message that is not of the hold
   */
  public void countUnserved(int owed) {
    unserved++;
    owedUnserved += owed;
  }

  public void countDisconnect() {
    disconnects++;
  }

  public void countReconnect() {
    reconnects++;
  }

  /** The times of {@code kind}; null when none are being recorded. */
  PhaseTimes times(Phase.Kind kind) {
    return times.get(kind);
  }

  void record(Phase.Kind kind, PhaseTimes fresh) {
    times.put(kind, fresh);
  }

  /** Hands its times over to {@code taker}; what still comes is recorded anew. */
  void handOver(BiConsumer<Phase.Kind, PhaseTimes> taker) {
    times.forEach(taker);
    times.clear();
  }

  void putAside(Phase.Kind kind, KeptTimes kept) {
    if (aside.isEmpty()) {
      aside = new EnumMap<>(Phase.Kind.class);
    }
    aside.merge(kind, kept, KeptTimes::plus);
  }

  /** All that was recorded of {@code kind}, once nobody records any more; empty when nothing. */
  public Optional<KeptTimes> kept(Phase.Kind kind) {
    return Stream.of(
            Optional.ofNullable(aside.get(kind)),
            Optional.ofNullable(times(kind)).map(KeptTimes::of))
        .flatMap(Optional::stream)
        .reduce(KeptTimes::plus);
  }

  /** Takes {@code other} in, into which nobody records any more. */
  public void absorb(ArrivalSecond other) {
    received += other.received;
    memberChange += other.memberChange;
    unserved += other.unserved;
    owedUnserved += other.owedUnserved;
    disconnects += other.disconnects;
    reconnects += other.reconnects;
    for (Phase.Kind kind : Phase.Kind.values()) {
      other.kept(kind).ifPresent(theirs -> putAside(kind, theirs));
    }
  }

  public long received() {
    return received;
  }

  /** Messages intended for it that the server left no way to send. */
  public long unserved() {
    return unserved;
  }

  /** Deliveries that those of the hold would have had. */
  public long owedUnserved() {
    return owedUnserved;
  }

  public SecondRecord.UserChanges userChanges() {
    return new SecondRecord.UserChanges(disconnects, reconnects);
  }

  /** Joins less leaves. */
  public int memberChange() {
    return memberChange;
  }
}
