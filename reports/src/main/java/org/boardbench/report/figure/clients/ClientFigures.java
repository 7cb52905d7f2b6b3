package org.boardbench.report.figure.clients;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.boardbench.report.chart.Axis;
import org.boardbench.report.chart.Curve;
import org.boardbench.report.chart.Figure;
import org.boardbench.report.chart.Look;
import org.boardbench.report.chart.Palette;
import org.boardbench.report.chart.Panel;
import org.boardbench.report.chart.PaperUnits;
import org.boardbench.report.chart.VariantLook;
import org.boardbench.report.statistics.Spread;
import org.boardbench.report.stored.ClientMeasure;
import org.boardbench.report.stored.ClientStarts;
import org.boardbench.report.stored.StoredClientShare;
import org.boardbench.results.column.ClientColumns;

/** RTT, loss and the client's CPU by users, a line a client, a figure a target. */
public final class ClientFigures {
  private static final ClientMeasure FROM_SEND = ClientMeasure.FROM_SEND_P95_MS;
  private static final ClientMeasure SENTINELS = ClientMeasure.of(ClientColumns.SENTINEL_P95_MS);
  private static final ClientMeasure LOSS = ClientMeasure.of(ClientColumns.LOSS_PCT);
  private static final ClientMeasure SENTINELS_LOSS =
      ClientMeasure.of(ClientColumns.SENTINEL_LOSS_PCT);
  private static final ClientMeasure CPU = ClientMeasure.of(ClientColumns.CLIENT_CPU_MEAN_PCT);

  private static final String HOLLOW = "hollow = not to be believed";
  private static final List<Double> DOTTED = List.of(1.0, 1.5);
  private static final double THIN = 0.7;

  /** Of the x-axis, so that the last points are whole. */
  private static final double MARGIN = 1.05;

  private final StoredClientShare run;
  private final String target;

  private ClientFigures(StoredClientShare run, String target) {
    this.run = run;
    this.target = target;
  }

  public static List<Figure> of(StoredClientShare run) {
    return run.targets().stream().map(target -> new ClientFigures(run, target).figure()).toList();
  }

  private Figure figure() {
    List<Curve> legend = new ArrayList<>();
    for (String client : run.clients()) {
      legend.add(new Curve(client, look(client), List.of()));
    }
    legend.add(new Curve("dotted = sentinels", dotted(Palette.GREY), List.of()));
    return new Figure(
        "clients-" + target,
        "The same load on "
            + target
            + " with each client: the RTT that the client finds, from the real send (of boardbench"
            + " that is the service time, so that like stands beside like), the deliveries that it"
            + " says are lost, and its CPU, in percent of one core. Dotted, in the client's colour"
            + " and without points: what sentinels, passive users on the same boards, saw meanwhile,"
            + " by the kernel's clock; of the loss too. What is between a line and its dotted one is"
            + " the client's own. Points are medians over fresh starts.",
        PaperUnits.PAGE_MM,
        52,
        3,
        List.of(
            panel("RTT p95 from the send (ms)", FROM_SEND, Optional.of(SENTINELS)),
            panel("Loss (%)", LOSS, Optional.of(SENTINELS_LOSS)),
            panel("Client's CPU (%)", CPU, Optional.empty())),
        legend,
        HOLLOW);
  }

  private Look look(String client) {
    return VariantLook.at(1 + run.clients().indexOf(client));
  }

  private static Look dotted(Color colour) {
    return new Look(colour, THIN, DOTTED, Optional.empty(), 0);
  }

  private Panel panel(String title, ClientMeasure own, Optional<ClientMeasure> ofSentinels) {
    List<Curve> curves = new ArrayList<>();
    for (String client : run.clients()) {
      Look look = look(client);
      ofSentinels.ifPresent(
          seen -> curves.add(Curve.unnamed(dotted(look.colour()), points(client, seen))));
      curves.add(Curve.unnamed(look, points(client, own)));
    }
    DoubleStream values =
        curves.stream().flatMap(curve -> curve.points().stream()).mapToDouble(Curve.Point::y);
    List<Integer> users = run.users(target);
    Axis x = Axis.between("Users", 0, MARGIN * users.getLast());
    // A client that does not know who is there may find a loss below 0.
    Axis y = own.equals(FROM_SEND) ? Axis.times(title, values) : Axis.aroundZero(title, values);
    return new Panel(x, y, curves);
  }

  private List<Curve.Point> points(String client, ClientMeasure measure) {
    return run.users(target).stream().map(users -> point(client, users, measure)).toList();
  }

  private Curve.Point point(String client, int users, ClientMeasure measure) {
    ClientStarts starts = run.starts(target, users, client, measure);
    return new Curve.Point(users, Spread.of(starts.figures()).median(), !starts.isBelieved(), "");
  }
}
