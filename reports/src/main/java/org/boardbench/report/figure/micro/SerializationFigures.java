package org.boardbench.report.figure.micro;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.boardbench.report.chart.Figure;
import org.boardbench.report.figure.micro.MicroPanel.Scale;
import org.boardbench.report.stored.MicroRow;
import org.boardbench.report.stored.StoredMicro;

/** What libraries take to read and write the message, and how large it is then. */
final class SerializationFigures {
  private static final String READ = "CodecBenchmark.read";
  private static final String READ_BOARD_ID = "CodecBenchmark.readBoardId";
  private static final String WRITE = "CodecBenchmark.write";
  private static final String READ_BYTES = "JsonBytesBenchmark.read";
  private static final String WRITE_BYTES = "JsonBytesBenchmark.write";
  private static final String FORMATS =
      " JSON is read from and written to a String, the binary formats (dashed) bytes.";

  private final StoredMicro micro;
  private final MicroPlaces payloads;

  SerializationFigures(StoredMicro micro) {
    this.micro = micro;
    payloads =
        MicroPlaces.byPayload(
            Stream.of(READ, READ_BOARD_ID, WRITE, READ_BYTES, WRITE_BYTES)
                .flatMap(benchmark -> micro.rows(benchmark).stream())
                .filter(row -> row.payloadBytes().isPresent())
                .toList());
  }

  List<Figure> all() {
    return Stream.of(time(), allocation(), bytes(), encodedSize())
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Figure> time() {
    MicroSheet sheet = new MicroSheet(micro);
    add(sheet, "Read (ns)", MicroFigure.TIME, READ);
    add(sheet, "Read the board's id alone (ns)", MicroFigure.TIME, READ_BOARD_ID);
    add(sheet, "Write (ns)", MicroFigure.TIME, WRITE);
    return sheet.figure(
        "micro-serialization-time",
        "Time to read the message, to find its board in it, and to write it." + FORMATS,
        true);
  }

  private Optional<Figure> allocation() {
    MicroSheet sheet = new MicroSheet(micro);
    add(sheet, "Read (bytes)", MicroFigure.ALLOCATED, READ);
    add(sheet, "Read the board's id alone (bytes)", MicroFigure.ALLOCATED, READ_BOARD_ID);
    add(sheet, "Write (bytes)", MicroFigure.ALLOCATED, WRITE);
    return sheet.figure(
        "micro-serialization-alloc",
        "Memory that is allocated to read the message, to find its board in it, and to write it."
            + " What allocates nothing is hollow, at the axis' foot."
            + FORMATS,
        false);
  }

  private Optional<Figure> bytes() {
    MicroSheet sheet = new MicroSheet(micro);
    add(sheet, "Read from bytes (ns)", MicroFigure.TIME, READ_BYTES);
    add(sheet, "Write to bytes (ns)", MicroFigure.TIME, WRITE_BYTES);
    return sheet.figure(
        "micro-serialization-bytes",
        "Time to read the message's JSON from bytes in UTF-8 and to write it to them, without a"
            + " String between.",
        true);
  }

  private Optional<Figure> encodedSize() {
    MicroSheet sheet = new MicroSheet(micro);
    sheet.add(
        new MicroPanel(
            "Encoded message (% of its JSON)", MicroFigure.ENCODED, Scale.FROM_ZERO, payloads),
        encoded());
    return sheet.figure(
        "micro-encoded-size",
        "Size of the message as each library writes it, in percent of the bytes of its JSON, which"
            + " is the payload.",
        false);
  }

  /** One row of each library and payload: how large a message is does not depend on its use. */
  private List<MicroRow> encoded() {
    List<MicroRow> rows = new ArrayList<>();
    Set<Object> seen = new HashSet<>();
    for (String benchmark : List.of(WRITE, READ)) {
      for (MicroRow row : measuredWithPayload(benchmark)) {
        if (!Double.isNaN(row.encodedBytes()) && seen.add(List.of(row.by(), row.payloadBytes()))) {
          rows.add(row);
        }
      }
    }
    return rows;
  }

  private void add(MicroSheet sheet, String title, MicroFigure figure, String benchmark) {
    sheet.add(
        new MicroPanel(title, figure, Scale.LOGARITHMIC, payloads), measuredWithPayload(benchmark));
  }

  private List<MicroRow> measuredWithPayload(String benchmark) {
    return micro.rows(benchmark).stream().filter(row -> row.payloadBytes().isPresent()).toList();
  }
}
