package org.boardbench.results.column;

import static org.boardbench.results.table.Units.MS;
import static org.boardbench.results.table.Units.PCT_OF_CORE;
import static org.boardbench.results.table.Units.PER_S;
import static org.boardbench.results.table.Units.SECONDS;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.boardbench.results.reason.InvalidReason;
import org.boardbench.results.row.FeltRecord;
import org.boardbench.results.row.TimeFigures;
import org.boardbench.results.table.Cells;
import org.boardbench.results.table.Column;
import org.boardbench.results.table.Columns;
import org.boardbench.results.table.TableSpec;

/** The columns of {@code felt.csv}. */
public final class FeltColumns {
  private static final Columns<FeltRecord> FIRST = Columns.first();
  private static final int MS_PLACES = 3;

  public static final Column<FeltRecord> RUN_ID =
      FIRST.text("run_id", "The run.", row -> row.trial().runId());
  public static final Column<FeltRecord> TRIAL_ID =
      FIRST.name("trial_id", "The attempt.", row -> row.trial().trialId());
  public static final Column<FeltRecord> TARGET =
      FIRST.name("target", "The variant, by its name in the plan.", row -> row.trial().target());
  public static final Column<FeltRecord> REPETITION =
      FIRST.number("repetition", "Counts from 1.", row -> row.trial().repetition());
  public static final Column<FeltRecord> ORDER =
      FIRST.number("order", "Position in the run's random order.", row -> row.trial().order());
  public static final Column<FeltRecord> STAGE =
      FIRST.number("stage", "Counts from 1.", FeltRecord::stage);
  public static final Column<FeltRecord> USERS =
      FIRST.number(
          "users", "Planned virtual users, beside whom the pages were there.", FeltRecord::users);
  public static final Column<FeltRecord> HOLD_S =
      FIRST.decimal(
          "hold_s",
          SECONDS,
          3,
          "How long the hold was, which the row's figures are of.",
          row -> OptionalDouble.of(row.holdS()));
  public static final Column<FeltRecord> PEERS =
      FIRST.number(
          "peers",
          "Virtual users on the board of the two pages, who are not among users.",
          row -> row.setting().peers());
  public static final Column<FeltRecord> DRAW_RATE =
      FIRST.figure(
          "draw_rate",
          PER_S,
          "Pen movements asked of the drawing page.",
          row -> Cells.shortest(row.setting().drawRate()));
  public static final Column<FeltRecord> DRAW_DELAY_MS =
      FIRST.figure(
          "draw_delay_ms",
          MS,
          "Added on purpose before a page draws what it got.",
          row -> Integer.toString(row.setting().drawDelayMs()));
  public static final Column<FeltRecord> INPUTS =
      FIRST.count("inputs", "Pen movements given to the browser.", row -> row.counts().inputs());
  public static final Column<FeltRecord> SENT =
      FIRST.count(
          "sent", "Messages that the drawing page made of them.", row -> row.counts().sent());
  public static final Column<FeltRecord> SHOWN =
      FIRST.count(
          "shown",
          "Those of them that the other page presented, by the browser's trace.",
          row -> row.counts().shown());
  public static final Column<FeltRecord> SHOWN_BY_ELEMENT =
      FIRST.count(
          "shown_by_element", "The same by Element Timing.", row -> row.counts().shownByElement());
  public static final Column<FeltRecord> BROWSER_FPS =
      FIRST.decimal(
          "browser_fps",
          PER_S,
          2,
          "Frames that the slower of the two pages drew.",
          row -> row.pages().fps());
  public static final Column<FeltRecord> BROWSER_CPU_MEAN_PCT =
      FIRST.decimal(
          "browser_cpu_mean_pct",
          PCT_OF_CORE,
          2,
          "Mean CPU of the browser, with the program that steers it.",
          FeltRecord::browserCpuPct);
  public static final Column<FeltRecord> DRAWING_CLOCK_OFFSET_MS =
      clock(
          "drawing_clock_offset_ms",
          "What the run's clock showed at 0 of the drawing page's clock.",
          FeltRecord.Pages::drawingOffsetMs);
  public static final Column<FeltRecord> SHOWING_CLOCK_OFFSET_MS =
      clock(
          "showing_clock_offset_ms",
          "The same of the page that shows.",
          FeltRecord.Pages::showingOffsetMs);
  public static final Column<FeltRecord> CLOCK_OFFSET_ERROR_MS =
      clock(
          "clock_offset_error_ms",
          "By how much the offsets may be wrong: half of the fastest question and answer.",
          FeltRecord.Pages::offsetErrorMs);
  public static final Column<FeltRecord> CLOCK_DIFFERENCE_MS =
      clock(
          "clock_difference_ms",
          "By how much the browser's trace, whose clock is the run's on Linux, differs from the"
              + " showing page's offset.",
          FeltRecord.Pages::clockDifferenceMs);
  public static final Column<FeltRecord> ISOLATED =
      FIRST.flag(
          "isolated",
          "Whether the pages were cross-origin isolated, so that their clocks have their full"
              + " resolution.",
          row -> row.pages().isIsolated());
  public static final Column<FeltRecord> FELT_REMOTE_MEAN_MS =
      remote("felt_remote_mean_ms", "Mean", TimeFigures::meanNs);
  public static final Column<FeltRecord> FELT_REMOTE_P50_MS =
      remote("felt_remote_p50_ms", "Median", TimeFigures::p50Ns);
  public static final Column<FeltRecord> FELT_REMOTE_P95_MS =
      remote("felt_remote_p95_ms", "95th percentile", TimeFigures::p95Ns);
  public static final Column<FeltRecord> FELT_REMOTE_P99_MS =
      remote("felt_remote_p99_ms", "99th percentile", TimeFigures::p99Ns);
  public static final Column<FeltRecord> FELT_REMOTE_MAX_MS =
      remote("felt_remote_max_ms", "Greatest", TimeFigures::maxNs);
  public static final Column<FeltRecord> FELT_ELEMENT_P50_MS =
      element("felt_element_p50_ms", "Median", TimeFigures::p50Ns);
  public static final Column<FeltRecord> FELT_ELEMENT_P95_MS =
      element("felt_element_p95_ms", "95th percentile", TimeFigures::p95Ns);
  public static final Column<FeltRecord> FELT_INPUT_P50_MS =
      input("felt_input_p50_ms", "Median", TimeFigures::p50Ns);
  public static final Column<FeltRecord> FELT_INPUT_P95_MS =
      input("felt_input_p95_ms", "95th percentile", TimeFigures::p95Ns);
  public static final Column<FeltRecord> FELT_HANDLER_P50_MS =
      handler("felt_handler_p50_ms", "Median", TimeFigures::p50Ns);
  public static final Column<FeltRecord> FELT_HANDLER_P95_MS =
      handler("felt_handler_p95_ms", "95th percentile", TimeFigures::p95Ns);
  public static final Column<FeltRecord> FELT_NETWORK_P50_MS =
      network("felt_network_p50_ms", "Median", TimeFigures::p50Ns);
  public static final Column<FeltRecord> FELT_NETWORK_P95_MS =
      network("felt_network_p95_ms", "95th percentile", TimeFigures::p95Ns);
  public static final Column<FeltRecord> FELT_ARRIVAL_P50_MS =
      arrival("felt_arrival_p50_ms", "Median", TimeFigures::p50Ns);
  public static final Column<FeltRecord> FELT_ARRIVAL_P95_MS =
      arrival("felt_arrival_p95_ms", "95th percentile", TimeFigures::p95Ns);
  public static final Column<FeltRecord> FELT_RENDER_P50_MS =
      render("felt_render_p50_ms", "Median", TimeFigures::p50Ns);
  public static final Column<FeltRecord> FELT_RENDER_P95_MS =
      render("felt_render_p95_ms", "95th percentile", TimeFigures::p95Ns);
  public static final Column<FeltRecord> FELT_OWN_P50_MS =
      own("felt_own_p50_ms", "Median", TimeFigures::p50Ns);
  public static final Column<FeltRecord> FELT_OWN_P95_MS =
      own("felt_own_p95_ms", "95th percentile", TimeFigures::p95Ns);
  public static final Column<FeltRecord> FELT_DOWN_P50_MS =
      down("felt_down_p50_ms", "Median", TimeFigures::p50Ns);
  public static final Column<FeltRecord> FELT_DOWN_P95_MS =
      down("felt_down_p95_ms", "95th percentile", TimeFigures::p95Ns);
  public static final Column<FeltRecord> FELT_UP_P50_MS =
      up("felt_up_p50_ms", "Median", TimeFigures::p50Ns);
  public static final Column<FeltRecord> FELT_UP_P95_MS =
      up("felt_up_p95_ms", "95th percentile", TimeFigures::p95Ns);
  public static final Column<FeltRecord> FELT_SERVER_P50_MS =
      server("felt_server_p50_ms", "Median", TimeFigures::p50Ns);
  public static final Column<FeltRecord> FELT_SERVER_P95_MS =
      server("felt_server_p95_ms", "95th percentile", TimeFigures::p95Ns);
  public static final Column<FeltRecord> FELT_SUM_P50_MS =
      FIRST.decimal(
          "felt_sum_p50_ms",
          MS,
          MS_PLACES,
          "felt_up_p50_ms + felt_down_p50_ms − felt_server_p50_ms: what felt_remote_p50_ms has to be"
              + " if all of them are right.",
          row -> row.times().sumMs());
  public static final Column<FeltRecord> ENDED =
      FIRST.text(
          "ended",
          "How the browser ended before the hold did; empty when it did not.",
          row -> row.ended().orElse(""));
  public static final Column<FeltRecord> VALID =
      FIRST.flag(
          "valid",
          "Whether the row's figures may be cited.",
          row -> Optional.of(row.reasons().isEmpty()));
  public static final Column<FeltRecord> INVALID_REASONS =
      FIRST.text(
          "invalid_reasons",
          "Why not: code, measured value and bound of each reason.",
          row -> InvalidReason.cell(row.reasons()));

  public static final TableSpec<FeltRecord> TABLE =
      new TableSpec<>(
          "felt.csv",
          "What two pages in a browser felt in the hold of a finished stage; only of a run of felt"
              + " latency. The histograms behind it are in the trial's felt.hlog.",
          FIRST.all());

  private FeltColumns() {}

  private static Column<FeltRecord> clock(
      String name, String doc, Function<FeltRecord.Pages, OptionalDouble> value) {
    return FIRST.decimal(name, MS, MS_PLACES, doc, row -> value.apply(row.pages()));
  }

  private static Column<FeltRecord> remote(
      String name, String figure, ToDoubleFunction<TimeFigures> ns) {
    return times(
        name,
        figure,
        "from a pen's movement at one page until the other had presented it, by the browser's trace",
        FeltRecord.Times::remote,
        ns);
  }

  private static Column<FeltRecord> element(
      String name, String figure, ToDoubleFunction<TimeFigures> ns) {
    return times(
        name, figure, "of the same, by Element Timing", FeltRecord.Times::remoteByElement, ns);
  }

  private static Column<FeltRecord> input(
      String name, String figure, ToDoubleFunction<TimeFigures> ns) {
    return times(
        name,
        figure,
        "from the movement until the page's handler began",
        FeltRecord.Times::input,
        ns);
  }

  private static Column<FeltRecord> handler(
      String name, String figure, ToDoubleFunction<TimeFigures> ns) {
    return times(
        name, figure, "from there until the message was sent", FeltRecord.Times::handler, ns);
  }

  private static Column<FeltRecord> network(
      String name, String figure, ToDoubleFunction<TimeFigures> ns) {
    return times(
        name,
        figure,
        "from there until the other page had got it, through the server and both ends' networking",
        FeltRecord.Times::network,
        ns);
  }

  private static Column<FeltRecord> arrival(
      String name, String figure, ToDoubleFunction<TimeFigures> ns) {
    return times(
        name, figure, "from there until its handler had run", FeltRecord.Times::arrival, ns);
  }

  private static Column<FeltRecord> render(
      String name, String figure, ToDoubleFunction<TimeFigures> ns) {
    return times(
        name,
        figure,
        "from there until the frame with it was presented",
        FeltRecord.Times::render,
        ns);
  }

  private static Column<FeltRecord> own(
      String name, String figure, ToDoubleFunction<TimeFigures> ns) {
    return times(
        name,
        figure,
        "from the movement until the same page had presented its own ink",
        FeltRecord.Times::own,
        ns);
  }

  private static Column<FeltRecord> down(
      String name, String figure, ToDoubleFunction<TimeFigures> ns) {
    return times(
        name,
        figure,
        "from a virtual user's send on that board until the page had presented it",
        FeltRecord.Times::down,
        ns);
  }

  private static Column<FeltRecord> up(
      String name, String figure, ToDoubleFunction<TimeFigures> ns) {
    return times(
        name,
        figure,
        "from the movement until a virtual user on that board had got it",
        FeltRecord.Times::up,
        ns);
  }

  private static Column<FeltRecord> server(
      String name, String figure, ToDoubleFunction<TimeFigures> ns) {
    return times(
        name,
        figure,
        "from one virtual user's send on that board until another had got it",
        FeltRecord.Times::server,
        ns);
  }

  private static Column<FeltRecord> times(
      String name,
      String figure,
      String what,
      Function<FeltRecord.Times, TimeFigures> times,
      ToDoubleFunction<TimeFigures> ns) {
    return FIRST.ms(name, figure + " " + what + ".", row -> times.apply(row.times()), ns);
  }
}
