package org.boardbench.results.column;

import static org.boardbench.results.table.Units.MS;
import static org.boardbench.results.table.Units.PCT;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.boardbench.results.row.AgentFigures;
import org.boardbench.results.row.AgentRecord;
import org.boardbench.results.row.TimeFigures;
import org.boardbench.results.table.Column;
import org.boardbench.results.table.Columns;
import org.boardbench.results.table.TableSpec;

/** The columns of {@code agents.csv}. */
public final class AgentColumns {
  private static final Columns<AgentRecord> FIRST = Columns.first();

  public static final Column<AgentRecord> RUN_ID =
      FIRST.text("run_id", "The run.", row -> row.trial().runId());
  public static final Column<AgentRecord> TRIAL_ID =
      FIRST.name("trial_id", "The attempt.", row -> row.trial().trialId());
  public static final Column<AgentRecord> TARGET =
      FIRST.text("target", "The variant, by its name in the plan.", row -> row.trial().target());
  public static final Column<AgentRecord> REPETITION =
      FIRST.count("repetition", "Counts from 1.", row -> row.trial().repetition());
  public static final Column<AgentRecord> STAGE =
      FIRST.number("stage", "Counts from 1.", AgentRecord::stage);
  public static final Column<AgentRecord> AGENT =
      FIRST.name("agent", "Its address.", row -> row.figures().agent());
  public static final Column<AgentRecord> CORES =
      FIRST.number("cores", "Cores that its driver uses.", row -> row.figures().share().cores());
  public static final Column<AgentRecord> BOARDS =
      FIRST.number(
          "boards",
          "Boards of the trial that it has, with all their users; in proportion to what it can do.",
          row -> row.figures().share().boards());
  public static final Column<AgentRecord> USERS =
      FIRST.number(
          "users", "Users of the stage that it has.", row -> row.figures().share().users());
  public static final Column<AgentRecord> JOINED =
      FIRST.optionalNumber(
          "joined",
          "Those who were joined when the hold began; empty where it was lost.",
          row -> row.figures().joined());
  public static final Column<AgentRecord> SEND_DELAY_P99_MS =
      delay(
          "send_delay_p99_ms",
          "As in stages.csv, of the messages that found room in their socket; its own.",
          TimeFigures::p99Ns);
  public static final Column<AgentRecord> SEND_DELAY_MAX_MS =
      delay("send_delay_max_ms", "The longest of them.", TimeFigures::maxNs);
  public static final Column<AgentRecord> STALL_MAX_MS =
      ms("stall_max_ms", "Its driver's longest stall.", AgentFigures::stallMaxNs);
  public static final Column<AgentRecord> DRIVER_CPU_PCT =
      pct(
          "driver_cpu_pct",
          "CPU of its program in the hold, in percent of one core.",
          figures -> figures.driver().cpuPct());
  public static final Column<AgentRecord> RUN_DELAY_PCT =
      pct(
          "run_delay_pct",
          "How long its loop that waited longest for a core did, in percent of the hold.",
          figures -> figures.driver().runDelayPct());
  public static final Column<AgentRecord> CLOCK_OFFSET_MS =
      clockMs(
          "clock_offset_ms",
          "Its monotonic clock was ahead of the run's by so much when the stage began.",
          AgentFigures.Clock::offsetNs);
  public static final Column<AgentRecord> CLOCK_ERROR_MS =
      clockMs(
          "clock_error_ms",
          "By so much the offset may be more or less, whatever the network did: so far from the"
              + " agreed moment its stage may have begun.",
          AgentFigures.Clock::errorNs);
  public static final Column<AgentRecord> CLOCK_DRIFT_PPM =
      FIRST.decimal(
          "clock_drift_ppm",
          "ppm",
          3,
          "So much its clock gains on the run's.",
          row -> row.figures().clock().driftPpm());
  public static final Column<AgentRecord> CLOCK_ROUND_TRIP_MS =
      clockMs(
          "clock_round_trip_ms",
          "The fastest of the probes that compare the clocks.",
          AgentFigures.Clock::roundTripNs);
  public static final Column<AgentRecord> LOST =
      FIRST.text(
          "lost",
          "Why it was lost in the stage; empty where it was not.",
          row -> row.figures().lost());
  public static final Column<AgentRecord> HAS_TARGET =
      FIRST
          .edition(11)
          .flag(
              "has_target",
              "Whether the target ran on its machine (`sut` of the plan), started and sampled by it."
                  + " One without boards was there for that alone.",
              row -> Optional.of(row.figures().share().hasTarget()));

  public static final TableSpec<AgentRecord> TABLE =
      new TableSpec<>(
          "agents.csv",
          "What each agent did of a stage, where drivers on several machines shared the load"
              + " (`--agents`), or one had the target (`sut`). The stage's row in stages.csv has all of them together; where one"
              + " was lost that row is invalid.",
          FIRST.all());

  private AgentColumns() {}

  private static Column<AgentRecord> delay(
      String name, String doc, ToDoubleFunction<TimeFigures> ns) {
    return FIRST.decimal(name, MS, 3, doc, row -> row.figures().sendDelay().inMs(ns));
  }

  private static Column<AgentRecord> pct(
      String name, String doc, Function<AgentFigures, OptionalDouble> pct) {
    return FIRST.decimal(name, PCT, 1, doc, row -> pct.apply(row.figures()));
  }

  private static Column<AgentRecord> clockMs(
      String name, String doc, Function<AgentFigures.Clock, OptionalLong> ns) {
    return ms(name, doc, figures -> ns.apply(figures.clock()));
  }

  private static Column<AgentRecord> ms(
      String name, String doc, Function<AgentFigures, OptionalLong> ns) {
    return FIRST.decimal(
        name,
        MS,
        3,
        doc,
        row -> {
          OptionalLong time = ns.apply(row.figures());
          return time.isPresent()
              ? OptionalDouble.of(time.getAsLong() / 1e6)
              : OptionalDouble.empty();
        });
  }
}
