package org.boardbench.clients;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.boardbench.results.reason.ClientFigure;
import org.boardbench.results.reason.ClientReason;
import org.boardbench.results.reason.InvalidReason;
import org.boardbench.results.row.ClientRecord;
import org.boardbench.results.row.TimeFigures;

/** What a person who watches is told, a line at a time. */
final class ClientLines {
  private ClientLines() {}

  /** A hold that has ended. */
  static String ended(ClientRecord row, int holds) {
    String of =
        "%d/%d %s, %d users, %s: "
            .formatted(
                row.key().order(),
                holds,
                row.key().target(),
                row.load().users(),
                row.key().client());
    return of + row.failure().map(reason -> "failed: " + reason).orElseGet(() -> figures(row));
  }

  private static String figures(ClientRecord row) {
    return "RTT p95 %s ms, lost %s of %s, CPU %s %%; sentinels p95 %s ms, lost %s of %s"
            .formatted(
                ms(row.rtt()),
                count(row.messages().lost()),
                count(row.messages().expected()),
                figure(row.use().clientCpuMeanPct()),
                ms(row.sentinel().delivery()),
                count(row.sentinel().lost()),
                count(row.sentinel().sent()))
        + doubts(row);
  }

  private static String doubts(ClientRecord row) {
    return row.reasons().isEmpty()
        ? ""
        : "; not to be believed: %s, for %s"
            .formatted(
                ClientFigure.cell(ClientReason.figures(row.reasons())),
                InvalidReason.cell(row.reasons()));
  }

  private static String ms(TimeFigures times) {
    OptionalDouble p95 = times.inMs(TimeFigures::p95Ns);
    return p95.isPresent() ? String.format(Locale.ROOT, "%.2f", p95.getAsDouble()) : "?";
  }

  private static String figure(OptionalDouble value) {
    return value.isPresent() ? String.format(Locale.ROOT, "%.0f", value.getAsDouble()) : "?";
  }

  private static String count(OptionalLong value) {
    return value.isPresent() ? Long.toString(value.getAsLong()) : "?";
  }
}
