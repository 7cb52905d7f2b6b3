package org.boardbench.report.figure.micro;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;
import org.boardbench.report.chart.Figure;
import org.boardbench.report.figure.micro.MicroPanel.Scale;
import org.boardbench.report.stored.MicroRow;
import org.boardbench.report.stored.StoredMicro;

/** What it takes to get one message to all members of a board, per member. */
final class FanOutFigures {
  private static final String DISPATCH = "DispatchBenchmark.oneBoard";

  private final StoredMicro micro;

  FanOutFigures(StoredMicro micro) {
    this.micro = micro;
  }

  List<Figure> all() {
    return Stream.of(fanOut(), sockets()).flatMap(Optional::stream).toList();
  }

  private Optional<Figure> fanOut() {
    MicroSheet sheet = new MicroSheet(micro);
    List<MicroRow> dispatch = ofSmallestPayload(micro.rows(DISPATCH));
    MicroPlaces members = MicroPlaces.byMembers(dispatch);
    sheet.add(panel("Hand over (ns/delivery)", MicroFigure.TIME_PER_DELIVERY, members), dispatch);
    sheet.add(
        panel("Hand over: CPU (ns/delivery)", MicroFigure.CPU_PER_DELIVERY, members), dispatch);
    addEncoding(sheet);
    addMembership(sheet, "MembershipBenchmark.still", "Go through, still (ns/delivery)");
    addMembership(sheet, "MembershipBenchmark.churning", "Go through, churning (ns/delivery)");
    addContended(sheet, dispatch);
    return sheet.figure(
        "micro-fan-out",
        "Time per delivery, which is that of a message to all members divided by them. Hand over:"
            + " who calls the members' sessions, and under which lock, with one board; CPU is that"
            + " of all of the program's threads together. Encode: the frame anew for each member,"
            + " or once for all. Go through: the collection of members while none comes or goes,"
            + " and while some do. Contended: hand over again, for the thread of one of several"
            + " boards at once.",
        true);
  }

  private void addContended(MicroSheet sheet, List<MicroRow> dispatch) {
    List<MicroRow> several =
        Stream.of("ContendedBenchmark.twoBoards", "ContendedBenchmark.fourBoards")
            .flatMap(benchmark -> ofSmallestPayload(micro.rows(benchmark)).stream())
            .toList();
    if (several.isEmpty()) {
      return;
    }
    OptionalInt members = several.getFirst().members();
    List<MicroRow> rows =
        Stream.concat(dispatch.stream(), several.stream())
            .filter(row -> row.members().equals(members))
            .toList();
    sheet.add(
        panel(
            "Contended, " + members.orElse(0) + " members (ns/delivery)",
            MicroFigure.TIME_PER_DELIVERY,
            MicroPlaces.byBoards(rows)),
        rows);
  }

  private void addEncoding(MicroSheet sheet) {
    List<MicroRow> all = micro.rows("EncodingBenchmark.publish");
    List<MicroRow> small = ofSmallestPayload(all);
    if (distinct(all, MicroRow::members) > 1 || distinct(all, MicroRow::payloadBytes) < 2) {
      sheet.add(
          panel(
              "Encode (ns/delivery)", MicroFigure.TIME_PER_DELIVERY, MicroPlaces.byMembers(small)),
          small);
    }
    if (distinct(all, MicroRow::payloadBytes) > 1) {
      int most = all.stream().mapToInt(row -> row.members().orElse(0)).max().orElse(0);
      List<MicroRow> many = all.stream().filter(row -> row.members().orElse(0) == most).toList();
      sheet.add(
          panel(
              "Encode, " + most + " members (ns/delivery)",
              MicroFigure.TIME_PER_DELIVERY,
              MicroPlaces.byPayload(many)),
          many);
    }
  }

  private void addMembership(MicroSheet sheet, String benchmark, String title) {
    List<MicroRow> rows = ofSmallestPayload(micro.rows(benchmark));
    sheet.add(panel(title, MicroFigure.TIME_PER_DELIVERY, MicroPlaces.byMembers(rows)), rows);
  }

  private Optional<Figure> sockets() {
    MicroSheet sheet = new MicroSheet(micro);
    List<MicroRow> rows = ofSmallestPayload(micro.rows("SocketBenchmark.publish"));
    MicroPlaces members = MicroPlaces.byMembers(rows);
    sheet.add(panel("Write (ns/delivery)", MicroFigure.TIME_PER_DELIVERY, members), rows);
    sheet.add(panel("Write: CPU (ns/delivery)", MicroFigure.CPU_PER_DELIVERY, members), rows);
    return sheet.figure(
        "micro-sockets",
        "Time and CPU per delivery to write a message's frame to the sockets of all members: with"
            + " a call for each frame, with several frames in a call, and with frames copied"
            + " together before. CPU is that of the program's own threads, the kernel's part in"
            + " them included, and without the peers that read.",
        true);
  }

  private static MicroPanel panel(String title, MicroFigure figure, MicroPlaces places) {
    return new MicroPanel(title, figure, Scale.TIMES, places);
  }

  /** Where payloads differ too, members are compared with the smallest. */
  private static List<MicroRow> ofSmallestPayload(List<MicroRow> rows) {
    int least = rows.stream().mapToInt(row -> row.payloadBytes().orElse(0)).min().orElse(0);
    return rows.stream().filter(row -> row.payloadBytes().orElse(0) == least).toList();
  }

  private static long distinct(List<MicroRow> rows, Function<MicroRow, OptionalInt> parameter) {
    return rows.stream().map(parameter).distinct().count();
  }
}
