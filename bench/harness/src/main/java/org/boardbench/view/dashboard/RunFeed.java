package org.boardbench.view.dashboard;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.boardbench.results.column.StageCosts;
import org.boardbench.results.column.StageCounts;
import org.boardbench.results.column.StageExtras;
import org.boardbench.results.column.StageTimes;
import org.boardbench.results.row.StageRecord;
import org.boardbench.results.table.Column;
import org.boardbench.results.table.StoredRow;
import org.boardbench.store.file.JsonText;
import org.boardbench.view.web.EventLog;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What pages are told of a run, in JSON: {@code hello} once, {@code note} at any time, {@code run},
 * then for each trial {@code trial}, for each of its stages {@code stage}, {@code second} while it
 * goes on, {@code seconds} in their place and {@code row} when it has ended, then {@code end};
 * {@code over} last. Cells of rows are the text of {@code stages.csv}. An event may say at what
 * time the run is.
 */
final class RunFeed {
  /** What the page's table has of a row: first what must be seen where there is no room for all. */
  static final List<Column<StageRecord>> SHOWN =
      List.of(
          StageCounts.STAGE,
          StageCounts.USERS,
          StageCosts.VALID,
          StageCounts.JOINED,
          StageCounts.TPS,
          StageTimes.RTT_P50_MS,
          StageTimes.RTT_P95_MS,
          StageTimes.RTT_P99_MS,
          StageTimes.REACH_100_P95_MS,
          StageCounts.LOST,
          StageExtras.OWED_LOST_PCT,
          StageCounts.DISCONNECTS,
          StageCounts.CONNECT_FAILURES,
          StageCosts.CPU_MEAN_PCT,
          StageCosts.COMPANION_CPU_MEAN_PCT,
          StageCosts.MEMORY_MAX_MIB,
          StageCosts.DRIVER_CPU_PCT,
          StageExtras.BOTTLENECK,
          StageCosts.INVALID_REASONS);

  /** Some days of a run; older seconds are in its files. */
  private static final long MOST_BYTES = 24L << 20;

  private static final double ROUNDED_TO = 1000;

  private final EventLog log;
  private final long mostBytes;

  /** Seconds under way, which their stage's end makes superfluous. */
  private final List<Long> underWay = new ArrayList<>();

  /** The blocks of seconds that are still told, the oldest first. */
  private final Deque<Long> blocks = new ArrayDeque<>();

  private int forgotten;
  private Optional<Long> forgottenNote = Optional.empty();

  RunFeed(EventLog log) {
    this(log, MOST_BYTES);
  }

  /**
   * @param mostBytes that the log may take with seconds in it
   */
  RunFeed(EventLog log, long mostBytes) {
    this.log = log;
    this.mostBytes = mostBytes;
  }

  /** An empty one, to be filled and told. */
  static ObjectNode event() {
    return JsonText.MAPPER.createObjectNode();
  }

  /**
   * The first thing that a page hears.
   *
   * @param isLive whether more comes than is there
   */
  void hello(boolean isLive, String version) {
    ObjectNode hello = event();
    hello.put("live", isLive);
    hello.put("version", version);
    ArrayNode columns = hello.putArray("columns");
    for (Column<StageRecord> column : SHOWN) {
      ObjectNode of = columns.addObject();
      of.put("name", column.name());
      of.put("unit", column.unit());
      of.put("doc", column.doc());
    }
    tell("hello", hello);
  }

  /** A sentence for whoever watches. */
  void note(String sentence) {
    tell("note", event().put("text", sentence));
  }

  /**
   * A run.
   *
   * @param plan as {@code run.json} has it
   * @param run gets it; has {@code id} and what else is known
   */
  void run(JsonNode plan, ObjectNode run) {
    run.put("experiment", plan.path("name").asString(""));
    run.put("description", plan.path("description").asString(""));
    for (String key : List.of("stages", "thresholds")) {
      if (plan.has(key)) {
        run.set(key, plan.path(key));
      }
    }
    double limitPct =
        plan.at("/validity/driver-cpu").asDouble(0) * plan.at("/driver/cores").asInt(1);
    if (limitPct > 0) {
      run.put("driver_cpu_limit_pct", limitPct);
    }
    tell("run", run);
  }

  /** One second of a stage under way. */
  void second(ObjectNode of, ShownSecond second) {
    of.put("second", second.number());
    ObjectNode figures = of.putObject("figures");
    second.figures().forEach((figure, value) -> figures.put(figure.key(), rounded(value)));
    put(of.putObject("cpu"), second.cpuPct());
    put(of.putObject("memory"), second.memoryMib());
    underWay.add(tell("second", of));
  }

  private static void put(ObjectNode to, Map<String, Double> values) {
    values.forEach((name, value) -> to.put(name, rounded(value)));
  }

  /** All seconds of a stage, column by column; in the place of those told while it went on. */
  void seconds(String trial, int stage, List<ShownSecond> seconds) {
    ObjectNode all = event().put("trial", trial).put("stage", stage);
    ArrayNode numbers = all.putArray("second");
    seconds.forEach(second -> numbers.add(second.number()));
    ObjectNode figures = all.putObject("figures");
    for (SecondFigure figure : SecondFigure.values()) {
      column(figures, figure.key(), seconds, second -> second.figures().get(figure));
    }
    components(all.putObject("cpu"), seconds, ShownSecond::cpuPct);
    components(all.putObject("memory"), seconds, ShownSecond::memoryMib);
    blocks.add(tell("seconds", all));
    dropUnderWay();
    forget();
  }

  private static void components(
      ObjectNode to, List<ShownSecond> seconds, Function<ShownSecond, Map<String, Double>> used) {
    Collection<String> names = new TreeSet<>();
    seconds.forEach(second -> names.addAll(used.apply(second).keySet()));
    names.forEach(name -> column(to, name, seconds, second -> used.apply(second).get(name)));
  }

  /** Nothing where no second has it. */
  private static void column(
      ObjectNode to, String name, List<ShownSecond> seconds, Function<ShownSecond, Double> value) {
    if (seconds.stream().allMatch(second -> value.apply(second) == null)) {
      return;
    }
    ArrayNode cells = to.putArray(name);
    for (ShownSecond second : seconds) {
      Double cell = value.apply(second);
      if (cell == null) {
        cells.addNull();
      } else {
        cells.add(rounded(cell));
      }
    }
  }

  /** Seconds under way of a stage that has ended, or that has broken off and has no row. */
  private void dropUnderWay() {
    log.remove(underWay);
    underWay.clear();
  }

  /** A run of days must not take the driver's memory. */
  private void forget() {
    boolean hasForgotten = false;
    while (log.bytes() > mostBytes && blocks.size() > 1) {
      log.remove(List.of(blocks.removeFirst()));
      forgotten++;
      hasForgotten = true;
    }
    if (hasForgotten) {
      forgottenNote.ifPresent(id -> log.remove(List.of(id)));
      String sentence =
          "This page no longer has the seconds of the first "
              + forgotten
              + " stages; timeline.csv has them";
      forgottenNote = Optional.of(tell("note", event().put("text", sentence)));
    }
  }

  /** A row of {@code stages.csv}. */
  void row(ObjectNode of, StoredRow<StageRecord> row) {
    RowFindings findings = new RowFindings(row);
    of.put("trial", row.text(StageCounts.TRIAL_ID));
    of.put("stage", row.number(StageCounts.STAGE));
    ObjectNode cells = of.putObject("cells");
    SHOWN.forEach(column -> cells.put(column.name(), row.text(column)));
    of.put("verdict", findings.verdict());
    of.put("invalid", findings.isInvalid());
    ArrayNode list = of.putArray("findings");
    findings.findings().forEach(list::add);
    tell("row", of);
  }

  /**
   * A trial has ended. The seconds of a stage without a row stay as they were told.
   *
   * @param status as {@code trials.csv} has it
   */
  void end(ObjectNode of, String trial, String status, String reason) {
    underWay.clear();
    tell("end", of.put("trial", trial).put("status", status).put("reason", reason));
  }

  /** Nothing more comes. */
  void over(String summary, String folder) {
    tell("over", event().put("summary", summary.strip()).put("folder", folder));
  }

  /** Anything else. */
  long tell(String kind, ObjectNode event) {
    return log.append(kind, JsonText.MAPPER.writeValueAsString(event));
  }

  private static double rounded(double value) {
    return Math.round(value * ROUNDED_TO) / ROUNDED_TO;
  }
}
