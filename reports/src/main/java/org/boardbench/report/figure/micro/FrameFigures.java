package org.boardbench.report.figure.micro;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.boardbench.report.chart.Figure;
import org.boardbench.report.figure.micro.MicroPanel.Scale;
import org.boardbench.report.statistics.StompCost;
import org.boardbench.report.stored.MicroRow;
import org.boardbench.report.stored.StoredMicro;
import org.boardbench.report.table.TimeText;

/** What it takes between a message's text and the bytes of a socket: UTF-8, frames, STOMP. */
final class FrameFigures {
  private static final String EITHER_END =
      " draft-6455-server reads masked frames and writes unmasked ones, draft-6455-client the other"
          + " way round; driver is this project's own.";

  private final StoredMicro micro;

  FrameFigures(StoredMicro micro) {
    this.micro = micro;
  }

  List<Figure> all() {
    return Stream.of(utf8(), frames(), stomp()).flatMap(Optional::stream).toList();
  }

  private Optional<Figure> utf8() {
    MicroSheet sheet = new MicroSheet(micro);
    add(sheet, "Encode (ns)", "Utf8Benchmark.encode");
    add(sheet, "Decode (ns)", "Utf8Benchmark.decode");
    add(sheet, "Validate (ns)", "Utf8ValidationBenchmark.validate");
    return sheet.figure(
        "micro-utf-8",
        "Time to make UTF-8 of the message's text, to make text of it again, and to check alone"
            + " that it is UTF-8.",
        true);
  }

  private Optional<Figure> frames() {
    MicroSheet sheet = new MicroSheet(micro);
    add(sheet, "Encode a frame (ns)", "FrameEncodeBenchmark.encode");
    add(sheet, "Decode a frame (ns)", "FrameDecodeBenchmark.decode");
    add(sheet, "Mask (ns)", "MaskBenchmark.mask");
    add(sheet, "Unmask (ns)", "MaskBenchmark.unmask");
    return sheet.figure(
        "micro-frames",
        "Time to put the message into a WebSocket frame and to take it out, and for its mask"
            + " alone."
            + EITHER_END,
        true);
  }

  private Optional<Figure> stomp() {
    MicroSheet sheet = new MicroSheet(micro);
    for (String way : List.of("Encode", "Decode")) {
      List<MicroRow> rows = micro.rows("StompBenchmark." + way.toLowerCase(Locale.ROOT));
      sheet.add(panel(way + " (ns), beside: what STOMP adds", rows).labelled(this::added), rows);
    }
    return sheet.figure(
        "micro-stomp",
        "Time to encode and decode the message with Spring's STOMP frame around it and without;"
            + " beside each point the difference.",
        true);
  }

  private String added(MicroRow row) {
    return StompCost.of(micro).stream()
        .filter(cost -> cost.stomp().equals(row) && !Double.isNaN(cost.addedNs()))
        .map(cost -> TimeText.signed(cost.addedNs()))
        .findFirst()
        .orElse("");
  }

  private void add(MicroSheet sheet, String title, String benchmark) {
    sheet.add(panel(title, micro.rows(benchmark)), micro.rows(benchmark));
  }

  private static MicroPanel panel(String title, List<MicroRow> rows) {
    return new MicroPanel(title, MicroFigure.TIME, Scale.TIMES, MicroPlaces.byPayload(rows));
  }
}
