package org.boardbench.fleet.wire;

import java.util.List;
import org.boardbench.account.record.KeptTimes;
import org.boardbench.account.record.MessageTimes;
import org.boardbench.account.record.PathTimes;
import org.boardbench.account.record.Phase;
import org.boardbench.account.record.ReachTimes;
import org.boardbench.account.record.ReadTotals;
import org.boardbench.account.result.ConnectionMoment;
import org.boardbench.account.result.ConnectionResult;
import org.boardbench.account.result.DriverTimes;
import org.boardbench.account.result.MessageResult;
import org.boardbench.account.result.OwedDeliveries;
import org.boardbench.account.result.SecondResult;
import org.boardbench.account.result.StageResult;
import org.boardbench.account.result.TrafficCounts;
import org.boardbench.plan.model.StageSpec;
import org.boardbench.results.row.MessageCounts;
import org.boardbench.results.row.SecondRecord;

/**
 * A stage's result as bytes: counts and histograms, never percentiles, so that it merges as if it
 * had never left its driver. What the stage asked for is not in it, since who asked knows.
 */
final class ResultCodec {
  private ResultCodec() {}

  static void write(WireWriter to, StageResult result) {
    to.number(result.number());
    to.number(result.holdStartNs()).number(result.holdEndNs()).number(result.joined());
    connections(to, result.connections());
    to.list(result.classes(), messages -> messages(to, messages));
    TrafficCounts traffic = result.traffic();
    to.number(traffic.received()).number(traffic.rxBytes()).number(traffic.txBytes());
    to.number(traffic.corruptInRamp()).number(traffic.corruptInHold());
    driver(to, result.driver());
    to.list(result.seconds(), second -> second(to, second));
    to.list(result.intervals(), interval -> interval(to, interval));
    to.histogram(result.paths().same()).histogram(result.paths().crossing());
  }

  /**
   * @param spec what was asked for
   */
  static StageResult read(WireReader from, StageSpec spec) {
    return new StageResult(
        from.number(),
        spec,
        from.longNumber(),
        from.longNumber(),
        from.number(),
        connections(from),
        classes(from),
        new TrafficCounts(
            from.longNumber(),
            from.longNumber(),
            from.longNumber(),
            from.longNumber(),
            from.longNumber()),
        driver(from),
        from.list(() -> second(from)),
        from.list(() -> interval(from)),
        new PathTimes(from.histogram(), from.histogram()));
  }

  private static List<MessageResult> classes(WireReader from) {
    List<MessageResult> classes = from.list(() -> messages(from));
    if (classes.isEmpty()) {
      throw new WireException("a result has no message class");
    }
    return classes;
  }

  private static void connections(WireWriter to, ConnectionResult of) {
    to.map(of.failures(), times -> to.number(times.intValue())).number(of.failuresHere());
    to.map(of.disconnects(), times -> to.number(times.intValue()));
    to.number(of.reconnects()).number(of.churn().left()).number(of.churn().joined());
    to.histogram(of.connect()).histogram(of.join());
    to.histogram(of.snapshots().times()).number(of.snapshots().bytes());
    to.optional(of.moments(), moments -> to.list(moments, moment -> moment(to, moment)));
  }

  private static ConnectionResult connections(WireReader from) {
    return new ConnectionResult(
        from.map(from::number),
        from.number(),
        from.map(from::number),
        from.longNumber(),
        new ConnectionResult.Churn(from.longNumber(), from.longNumber()),
        from.histogram(),
        from.histogram(),
        new ConnectionResult.Snapshots(from.histogram(), from.longNumber()),
        from.optional(() -> from.list(() -> moment(from))));
  }

  private static void moment(WireWriter to, ConnectionMoment of) {
    to.word(of.change()).number(of.user()).number(of.timeNs());
  }

  private static ConnectionMoment moment(WireReader from) {
    return new ConnectionMoment(
        from.word(ConnectionMoment.Change.class), from.number(), from.longNumber());
  }

  private static void messages(WireWriter to, MessageResult of) {
    counts(to, of.hold());
    counts(to, of.ramp());
    to.number(of.unserved());
    to.number(of.owed().total()).number(of.owed().unserved()).number(of.owed().away());
    to.number(of.sentBytes()).number(of.returned()).number(of.complete());
    MessageTimes times = of.times();
    to.histogram(times.rtt()).histogram(times.service()).histogram(times.delivery());
    to.histogram(times.pointAge()).histogram(times.sendDelay()).histogram(times.censored());
    ReachTimes reach = times.reach();
    to.histogram(reach.first()).histogram(reach.half()).histogram(reach.p95());
    to.histogram(reach.p99()).histogram(reach.all());
  }

  private static MessageResult messages(WireReader from) {
    return new MessageResult(
        counts(from),
        counts(from),
        from.longNumber(),
        new OwedDeliveries(from.longNumber(), from.longNumber(), from.longNumber()),
        from.longNumber(),
        from.longNumber(),
        from.longNumber(),
        new MessageTimes(
            from.histogram(),
            from.histogram(),
            from.histogram(),
            from.histogram(),
            from.histogram(),
            from.histogram(),
            new ReachTimes(
                from.histogram(),
                from.histogram(),
                from.histogram(),
                from.histogram(),
                from.histogram())));
  }

  private static void counts(WireWriter to, MessageCounts of) {
    to.number(of.scheduled()).number(of.sent()).number(of.expected()).number(of.delivered());
    to.number(of.duplicated()).number(of.reordered()).number(of.corrupt()).number(of.misrouted());
  }

  private static MessageCounts counts(WireReader from) {
    return new MessageCounts(
        from.longNumber(),
        from.longNumber(),
        from.longNumber(),
        from.longNumber(),
        from.longNumber(),
        from.longNumber(),
        from.longNumber(),
        from.longNumber());
  }

  private static void driver(WireWriter to, DriverTimes of) {
    to.histogram(of.sendDelay()).number(of.stallMaxNs());
    ReadTotals reads = of.reads();
    to.histogram(reads.receiveDelay()).number(reads.reads()).number(reads.readsWithKernelTime());
    to.number(reads.frames()).number(reads.framesWithSharedStamp());
    to.number(reads.clockMoveMaxNs()).number(reads.bufferMaxPct());
    to.number(reads.ringShortages()).number(reads.negativeTimes());
  }

  private static DriverTimes driver(WireReader from) {
    return new DriverTimes(
        from.histogram(),
        from.longNumber(),
        new ReadTotals(
            from.histogram(),
            from.longNumber(),
            from.longNumber(),
            from.longNumber(),
            from.longNumber(),
            from.optionalLong(),
            from.decimal(),
            from.optionalLong(),
            from.longNumber()));
  }

  private static void second(WireWriter to, SecondResult of) {
    phase(to, of.phase());
    to.number(of.second()).number(of.lengthNs());
    SecondRecord.Messages messages = of.messages();
    to.number(messages.sent()).number(messages.received()).number(messages.expected());
    to.number(messages.lost()).number(messages.owed()).number(messages.unserved());
    to.number(of.users());
    to.number(of.changes().disconnects()).number(of.changes().reconnects());
    to.histogram(of.rtts().read());
  }

  private static SecondResult second(WireReader from) {
    return new SecondResult(
        phase(from),
        from.number(),
        from.longNumber(),
        new SecondRecord.Messages(
            from.longNumber(),
            from.longNumber(),
            from.longNumber(),
            from.longNumber(),
            from.optionalLong(),
            from.longNumber()),
        from.number(),
        new SecondRecord.UserChanges(from.longNumber(), from.longNumber()),
        from.keptHistogram());
  }

  private static void interval(WireWriter to, StageResult.Interval of) {
    phase(to, of.phase());
    to.number(of.startNs()).number(of.endNs());
    to.histogram(of.times().rtt().read());
    to.histogram(of.times().service().read());
    to.histogram(of.times().delivery().read());
  }

  private static StageResult.Interval interval(WireReader from) {
    return new StageResult.Interval(
        phase(from),
        from.longNumber(),
        from.longNumber(),
        new KeptTimes(from.keptHistogram(), from.keptHistogram(), from.keptHistogram()));
  }

  static void phase(WireWriter to, Phase of) {
    to.word(of.kind()).number(of.stage());
  }

  static Phase phase(WireReader from) {
    return new Phase(from.word(Phase.Kind.class), from.number());
  }
}
