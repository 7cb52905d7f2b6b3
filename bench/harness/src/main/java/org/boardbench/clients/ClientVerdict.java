package org.boardbench.clients;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.boardbench.results.reason.ClientReason;
import org.boardbench.results.reason.Reason;
import org.boardbench.results.row.ClientRecord;
import org.boardbench.results.row.TimeFigures;

/** Which figures of a row may not be believed, and why. What was not measured is not judged. */
final class ClientVerdict {
  private static final double PCT = 100;

  /** Of the messages beyond the 95th percentile. */
  private static final double BEYOND = 0.05;

  private ClientVerdict() {}

  /** In the order of {@link ClientReason}; none when all may be believed. */
  static List<Reason> of(ClientRecord row) {
    return Arrays.stream(ClientReason.values())
        .flatMap(reason -> judge(reason, row).stream())
        .toList();
  }

  /** A reason without a rule does not compile. */
  private static Optional<Reason> judge(ClientReason reason, ClientRecord row) {
    ClientRecord.Messages messages = row.messages();
    ClientRecord.Sentinel sentinel = row.sentinel();
    return switch (reason) {
      case FEW_JOINED -> atLeast(reason, share(row.users().joined(), row.load().users()));
      case FEW_SENT -> atLeast(reason, share(messages.sent(), row.load().scheduled()));
      case SENT_LATE ->
          isOurs(row)
              ? Optional.empty()
              : atMost(reason, sentinel.sendDelay().inMs(TimeFigures::p99Ns));
      case FEW_RETURNED ->
          atLeast(reason, share(OptionalLong.of(row.rtt().count()), messages.sent().orElse(0)));
      case FEW_BEYOND -> atLeast(reason, OptionalDouble.of(BEYOND * row.rtt().count()));
      case MISCOUNTED ->
          atMost(reason, share(negative(sentinel.lost()), messages.sent().orElse(0)));
      case MACHINE_FULL -> atLeast(reason, row.use().machineIdlePct());
      case LOST_WHILE_FULL ->
          sentinel.lost().orElse(0) > 0
              ? atMost(reason, row.use().clientCpuMeanPct())
              : Optional.empty();
      case SENTINELS_LATE -> atMost(reason, sentinel.bufferPct());
    };
  }

  /** Its RTT counts from when a message was due. */
  private static boolean isOurs(ClientRecord row) {
    return row.key().client().equals(ClientRecord.BOARDBENCH);
  }

  private static OptionalLong negative(OptionalLong count) {
    return count.isPresent() ? OptionalLong.of(-count.getAsLong()) : count;
  }

  private static OptionalDouble share(OptionalLong part, long whole) {
    return part.isPresent() && whole > 0
        ? OptionalDouble.of(PCT * part.getAsLong() / whole)
        : OptionalDouble.empty();
  }

  private static Optional<Reason> atMost(ClientReason reason, OptionalDouble measured) {
    return measured.isPresent() && measured.getAsDouble() > reason.bound().usual()
        ? found(reason, measured)
        : Optional.empty();
  }

  private static Optional<Reason> atLeast(ClientReason reason, OptionalDouble measured) {
    return measured.isPresent() && measured.getAsDouble() < reason.bound().usual()
        ? found(reason, measured)
        : Optional.empty();
  }

  private static Optional<Reason> found(ClientReason reason, OptionalDouble measured) {
    return Optional.of(new Reason(reason, measured.getAsDouble(), reason.bound().usual()));
  }
}
