package org.boardbench.view.terminal;

import java.io.PrintStream;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.boardbench.clients.ClientEvent;
import org.boardbench.clients.PlannedHold;
import org.boardbench.results.reason.ClientFigure;
import org.boardbench.results.reason.ClientReason;
import org.boardbench.results.reason.InvalidReason;
import org.boardbench.results.row.ClientRecord;
import org.boardbench.results.row.TimeFigures;

/** Shows a run of several clients to a person, a line for each hold and how long is left. */
public final class ClientShareView implements Consumer<ClientEvent> {
  private final PrintStream out;
  private final LongSupplier nowNs;
  private HoldsLeft left;

  /**
   * @param nowNs a monotonic clock
   */
  public ClientShareView(PrintStream out, LongSupplier nowNs) {
    this.out = out;
    this.nowNs = nowNs;
  }

  @Override
  public void accept(ClientEvent event) {
    switch (event) {
      case ClientEvent.Preparation(String line) -> out.println(line);
      case ClientEvent.HoldsPlanned planned -> {
        left = new HoldsLeft(planned.holds(), nowNs);
        out.println(left.holds() + " holds, about " + left.words());
      }
      case ClientEvent.HoldStarted(PlannedHold hold) -> left.holdStarted(hold);
      case ClientEvent.HoldEnded(PlannedHold hold, ClientRecord row) -> {
        left.holdEnded(hold, row.failure().isEmpty());
        out.println(ended(hold, row));
      }
    }
    out.flush();
  }

  private String ended(PlannedHold hold, ClientRecord row) {
    String of =
        "%d/%d %s, %d users, %s: "
            .formatted(
                hold.order(),
                left.holds(),
                hold.target().name(),
                hold.stage().users(),
                hold.client());
    String what = row.failure().map(reason -> "failed: " + reason).orElseGet(() -> figures(row));
    return of + what + "; about " + left.words() + " left";
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
