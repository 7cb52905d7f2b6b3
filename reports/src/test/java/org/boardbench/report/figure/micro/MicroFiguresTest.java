package org.boardbench.report.figure.micro;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.boardbench.report.SyntheticMicro;
import org.boardbench.report.chart.Curve;
import org.boardbench.report.chart.Figure;
import org.boardbench.report.chart.Panel;
import org.boardbench.report.stored.MicroReader;
import org.boardbench.report.stored.MicroRow;
import org.boardbench.report.stored.StoredMicro;
import org.boardbench.results.column.MicroColumns;
import org.boardbench.results.table.StoredRow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MicroFiguresTest {
  @TempDir private Path temp;
  private StoredMicro micro;
  private List<Figure> figures;

  @BeforeEach
  void readMicro() throws Exception {
    micro = MicroReader.read(SyntheticMicro.write(temp.resolve("micro")));
    figures = MicroFigures.of(micro);
  }

  @Test
  void drawsEveryGroup() {
    assertThat(figures)
        .extracting(Figure::name)
        .containsExactly(
            "micro-serialization-time",
            "micro-serialization-alloc",
            "micro-serialization-bytes",
            "micro-encoded-size",
            "micro-utf-8",
            "micro-frames",
            "micro-stomp",
            "micro-fan-out",
            "micro-sockets");
  }

  @Test
  void drawsOnlyWhatAFilteredRunHas() {
    assertThat(MicroFigures.of(with(row -> row.benchmark().equals("CodecBenchmark.write"))))
        .extracting(figure -> figure.name() + " " + figure.panels().size())
        .containsExactly(
            "micro-serialization-time 1", "micro-serialization-alloc 1", "micro-encoded-size 1");
    assertThat(MicroFigures.of(with(row -> row.by().equals("coalesced"))))
        .singleElement()
        .satisfies(figure -> {
          assertThat(figure.panels())
              .extracting(panel -> panel.y().title())
              .containsExactly("Write (ns/delivery)");
          assertThat(figure.legend())
              .extracting(curve -> curve.key().orElseThrow())
              .containsExactly("coalesced");
        });
    assertThat(MicroFigures.of(with(row -> row.by().equals("nobody")))).isEmpty();
  }

  @Test
  void placesThePayloadsSideBySideOnALogarithmicAxisOfTime() {
    Panel read = figure("micro-serialization-time").panels().getFirst();

    assertThat(read.x().names()).containsExactly("300", "2048", "16384");
    assertThat(read.y().logarithmic()).isTrue();
    assertThat(figure("micro-serialization-time").legend()).hasSize(10);
  }

  @Test
  void endsAnErrorBarThatReachesBelowZeroAtTheAxisFoot() {
    Panel read = figure("micro-serialization-time").panels().getFirst();
    MicroRow gson = row("CodecBenchmark.read", "gson");
    assertThat(gson.errorNs()).isGreaterThan(gson.scoreNs());

    List<Curve.Point> bars = curves(read, "gson").getFirst().points();

    assertThat(bars.getFirst().y()).isEqualTo(read.y().min());
    assertThat(bars.get(1).y()).isEqualTo(gson.scoreNs() + gson.errorNs());
    assertThat(read.y().max()).isGreaterThanOrEqualTo(bars.get(1).y());
    assertThat(allPoints(figures)).noneMatch(y -> y.isInfinite());
  }

  @Test
  void drawsNoErrorBarWhereThereIsNoError() {
    Panel mask = figure("micro-frames").panels().get(2);

    assertThat(mask.y().title()).isEqualTo("Mask (ns)");
    assertThat(curves(mask, "wordwise").getFirst().points()).isEmpty();
    assertThat(curves(mask, "bytewise").getFirst().points()).hasSize(3 * 3);
  }

  @Test
  void makesWhatAllocatesNothingHollowAtTheAxisFoot() {
    Panel boardId = figure("micro-serialization-alloc").panels().get(1);

    assertThat(curves(boardId, "jackson-streaming").getLast().points())
        .allSatisfy(point -> {
          assertThat(point.hollow()).isTrue();
          assertThat(point.y()).isEqualTo(boardId.y().min());
        });
    assertThat(figure("micro-serialization-alloc").hollow()).contains("axis' foot");
    assertThat(figure("micro-serialization-time").hollow()).isEmpty();
  }

  @Test
  void statesSizesInPercentOfTheJson() {
    Panel sizes = figure("micro-encoded-size").panels().getFirst();

    assertThat(curves(sizes, "protobuf").getLast().points())
        .extracting(Curve.Point::y)
        .allSatisfy(y -> assertThat(y).isBetween(57.0, 58.0));
    assertThat(curves(sizes, "gson").getLast().points())
        .extracting(Curve.Point::y)
        .containsOnly(100.0);
  }

  @Test
  void writesWhatStompAddsBesideItsPoints() {
    Panel encode = figure("micro-stomp").panels().getFirst();

    assertThat(labels(curves(encode, "spring-stomp").getLast()))
        .containsExactly("+688 ns", "+1.16 µs", "+4.64 µs");
    // The line joins the same points, and would write them a second time.
    assertThat(labels(curves(encode, "spring-stomp").get(1))).containsOnly("");
    assertThat(labels(curves(encode, "plain").getLast())).containsOnly("");
  }

  @Test
  void dividesFanOutByTheMembers() {
    Panel handOver = figure("micro-fan-out").panels().getFirst();
    MicroRow ten = row("DispatchBenchmark.oneBoard", "caller-lock");

    assertThat(handOver.x().names()).containsExactly("10", "100", "1000");
    assertThat(curves(handOver, "caller-lock").getLast().points().getFirst().y())
        .isEqualTo(ten.scoreNs() / 10);
  }

  @Test
  void comparesOneTwoAndFourBoardsWithAsManyMembers() {
    Panel contended = figure("micro-fan-out").panels().getLast();

    assertThat(contended.y().title()).isEqualTo("Contended, 100 members (ns/delivery)");
    assertThat(contended.x().names()).containsExactly("1", "2", "4");
    assertThat(curves(contended, "pool-lock").getLast().points()).hasSize(3);
  }

  @Test
  void comparesAnEncodingByPayloadTooWhereThereAreSeveral() {
    List<MicroRow> rows =
        micro.rows("EncodingBenchmark.publish").stream()
            .flatMap(row -> List.of(300, 2048).stream().map(payload -> withPayload(row, payload)))
            .toList();

    assertThat(MicroFigures.of(withRows(rows)).getFirst().panels())
        .extracting(panel -> panel.y().title() + " " + panel.x().names())
        .containsExactly(
            "Encode (ns/delivery) [10, 100, 1000]",
            "Encode, 1000 members (ns/delivery) [300, 2048]");
  }

  @Test
  void leavesAGapForAPayloadThatALibraryWasNotMeasuredWith() {
    Figure figure =
        MicroFigures.of(
                with(row -> !row.by().equals("gson") || row.payloadBytes().orElse(0) != 2048))
            .getFirst();

    assertThat(curves(figure.panels().getFirst(), "gson").getLast().points())
        .extracting(Curve.Point::isGap)
        .containsExactly(false, true, false);
  }

  @Test
  void saysInFigureAndCaptionThatARunWasQuick() throws Exception {
    StoredMicro quick = MicroReader.read(SyntheticMicro.writeQuick(temp.resolve("quick")));

    assertThat(MicroFigures.of(quick))
        .hasSize(figures.size())
        .allSatisfy(figure -> {
          assertThat(figure.remark()).startsWith("Quick run");
          assertThat(figure.caption()).startsWith("Quick run");
        });
    assertThat(figures)
        .allSatisfy(figure -> {
          assertThat(figure.remark()).isEmpty();
          assertThat(figure.caption()).doesNotContain("uick");
        });
  }

  @Test
  void tellsTheSeriesOfAFigureApartByColourOrDashAndByGlyph() {
    assertThat(figures)
        .allSatisfy(
            figure -> assertThat(figure.legend()).extracting(Curve::look).doesNotHaveDuplicates());
    assertThat(figure("micro-serialization-time").legend())
        .extracting(curve -> curve.look().glyph())
        .doesNotHaveDuplicates();
  }

  private Figure figure(String name) {
    return figures.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
  }

  private MicroRow row(String benchmark, String by) {
    return micro.rows(benchmark).stream()
        .filter(row -> row.by().equals(by))
        .findFirst()
        .orElseThrow();
  }

  /** The error bars, the line, and the points of one series. */
  private static List<Curve> curves(Panel panel, String by) {
    int series = panel.curves().size() / 3;
    int index =
        panel.curves().stream()
            .skip(2L * series)
            .map(curve -> curve.look())
            .toList()
            .indexOf(MicroLook.of(by).pointsOnly(MicroLook.of(by).glyphSize()));
    return List.of(
        panel.curves().get(2 * index),
        panel.curves().get(2 * index + 1),
        panel.curves().get(2 * series + index));
  }

  private static List<String> labels(Curve curve) {
    return curve.points().stream().map(Curve.Point::label).toList();
  }

  private static double[] points(Curve curve) {
    return curve.points().stream().mapToDouble(Curve.Point::y).toArray();
  }

  private static List<Double> allPoints(List<Figure> figures) {
    return figures.stream()
        .flatMap(figure -> figure.panels().stream())
        .flatMap(panel -> panel.curves().stream())
        .flatMapToDouble(curve -> Arrays.stream(points(curve)))
        .boxed()
        .toList();
  }

  /** The same benchmark with a payload, and a score that goes with it. */
  private static MicroRow withPayload(MicroRow row, int payload) {
    return new MicroRow(
        StoredRow.of(
            Map.of(
                MicroColumns.BENCHMARK.name(), row.benchmark(),
                MicroColumns.GROUP.name(), row.group(),
                MicroColumns.COMPARED.name(), row.by(),
                MicroColumns.PAYLOAD_BYTES.name(), Integer.toString(payload),
                MicroColumns.MEMBERS.name(), Integer.toString(row.members().orElseThrow()),
                MicroColumns.THREADS.name(), "1",
                MicroColumns.SCORE.name(), Double.toString(row.scoreNs() * payload),
                MicroColumns.FORK_ERROR.name(), Double.toString(row.errorNs()),
                MicroColumns.QUICK.name(), "false")));
  }

  private StoredMicro with(Predicate<MicroRow> kept) {
    return withRows(micro.rows().stream().filter(kept).toList());
  }

  private StoredMicro withRows(List<MicroRow> rows) {
    return new StoredMicro(
        "m", "m", micro.manifest(), false, rows, List.of(), List.of(), List.of());
  }
}
