package org.boardbench.fleet.wire;

import org.boardbench.account.record.PhaseSnapshot;
import org.boardbench.account.record.StageSnapshot;
import org.boardbench.account.record.TimeCounts;

/** How far a stage has come, as bytes. */
final class SnapshotCodec {
  private SnapshotCodec() {}

  static void write(WireWriter to, StageSnapshot of) {
    phase(to, of.ramp());
    phase(to, of.hold());
    to.number(of.disconnects()).number(of.reconnects()).number(of.connectFailures());
    to.number(of.stallMaxNs());
  }

  static StageSnapshot read(WireReader from) {
    return new StageSnapshot(
        phase(from),
        phase(from),
        from.longNumber(),
        from.longNumber(),
        from.longNumber(),
        from.longNumber());
  }

  private static void phase(WireWriter to, PhaseSnapshot of) {
    to.number(of.sent()).number(of.expected()).number(of.delivered()).number(of.duplicated());
    to.number(of.reordered()).number(of.corrupt()).number(of.misrouted()).number(of.unserved());
    to.number(of.owed());
    times(to, of.rtt());
    times(to, of.delivery());
    times(to, of.sendDelay());
    times(to, of.reach());
  }

  private static PhaseSnapshot phase(WireReader from) {
    return new PhaseSnapshot(
        from.longNumber(),
        from.longNumber(),
        from.longNumber(),
        from.longNumber(),
        from.longNumber(),
        from.longNumber(),
        from.longNumber(),
        from.longNumber(),
        from.longNumber(),
        times(from),
        times(from),
        times(from),
        times(from));
  }

  private static void times(WireWriter to, TimeCounts of) {
    to.list(of.counts(), count -> to.number(count.longValue())).number(of.sumNs());
  }

  private static TimeCounts times(WireReader from) {
    return new TimeCounts(from.list(from::longNumber), from.longNumber());
  }
}
