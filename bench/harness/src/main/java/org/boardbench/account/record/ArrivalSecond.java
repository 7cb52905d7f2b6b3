package org.boardbench.account.record;

import java.util.EnumMap;
import java.util.Map;
import org.boardbench.results.row.SecondRecord;

/** What happened in one second, by the times of arrival. Written by one thread. */
public final class ArrivalSecond {
  private final Map<Phase.Kind, PhaseTimes> times = new EnumMap<>(Phase.Kind.class);
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

  /** The times of {@code kind}; null when none were kept yet. */
  public PhaseTimes times(Phase.Kind kind) {
    return times.get(kind);
  }

  void keep(Phase.Kind kind, PhaseTimes fresh) {
    times.put(kind, fresh);
  }

  /** Takes {@code other} in; its histograms must not be used otherwise any more. */
  public void absorb(ArrivalSecond other) {
    received += other.received;
    memberChange += other.memberChange;
    unserved += other.unserved;
    owedUnserved += other.owedUnserved;
    disconnects += other.disconnects;
    reconnects += other.reconnects;
    other.times.forEach((kind, theirs) -> {
      PhaseTimes ours = times.putIfAbsent(kind, theirs);
      if (ours != null) {
        ours.add(theirs);
      }
    });
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
