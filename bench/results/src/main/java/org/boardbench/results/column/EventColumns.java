package org.boardbench.results.column;

import static org.boardbench.results.table.Units.MS;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.boardbench.results.row.EventRecord;
import org.boardbench.results.table.Column;
import org.boardbench.results.table.Columns;
import org.boardbench.results.table.TableSpec;

/** The columns of {@code events.csv}. */
public final class EventColumns {
  private static final Columns<EventRecord> FIRST = Columns.first();

  public static final Column<EventRecord> RUN_ID =
      FIRST.text("run_id", "The run.", row -> row.trial().runId());
  public static final Column<EventRecord> TRIAL_ID =
      FIRST.name("trial_id", "The attempt.", row -> row.trial().trialId());
  public static final Column<EventRecord> TARGET =
      FIRST.text("target", "The variant, by its name in the plan.", row -> row.trial().target());
  public static final Column<EventRecord> REPETITION =
      FIRST.count("repetition", "Counts from 1.", row -> row.trial().repetition());
  public static final Column<EventRecord> STAGE =
      FIRST.number("stage", "Counts from 1.", EventRecord::stage);
  public static final Column<EventRecord> FAULT =
      FIRST.number("fault", "Its place among the stage's faults, from 1.", EventRecord::number);
  public static final Column<EventRecord> KIND =
      FIRST.name(
          "kind",
          "kill, stop, restart, rolling-restart, cut, partition, slow or fill, as planned.",
          row -> row.event().kind());
  public static final Column<EventRecord> COMPONENT =
      FIRST.name(
          "component",
          "What failed: target, replica, worker, users, or a companion's name; of partition and"
              + " slow, from whom the target was parted: driver, or a companion's name.",
          row -> row.event().component());
  public static final Column<EventRecord> HOLD_MS =
      ms(
          "hold_ms",
          "When the hold began, since the start of second 0 of timeline.csv.",
          row -> OptionalLong.of(row.holdNs()));
  public static final Column<EventRecord> PLANNED_MS =
      ms(
          "planned_ms",
          "When it was to come, since the hold began.",
          row -> OptionalLong.of(row.event().plannedNs()));
  public static final Column<EventRecord> AT_MS =
      ms(
          "at_ms",
          "When it came: the last signal call had returned (of rolling-restart, to the first"
              + " replica), the last connection was closed, the kernel had the rules or the limit, the"
              + " relay was told. Empty when it did not come to that.",
          row -> row.event().atNs());
  public static final Column<EventRecord> ENDED_MS =
      ms(
          "ended_ms",
          "When that had been undone, or what was started again was ready. Empty where"
              + " nothing of that kind was planned, or it did not come to that.",
          row -> row.event().endedNs());
  public static final Column<EventRecord> PIDS =
      FIRST.text(
          "pids",
          "The processes that got a signal, the first of the program first; none of a fault without"
              + " one.",
          row -> row.event().pids().stream().map(String::valueOf).collect(Collectors.joining(" ")));
  public static final Column<EventRecord> CONNECTIONS =
      FIRST.optionalNumber(
          "connections",
          "How many were cut; empty of all other kinds.",
          row -> row.event().users());

  public static final TableSpec<EventRecord> TABLE =
      new TableSpec<>(
          "events.csv",
          "A fault that was injected into the hold of a finished stage; only of a run whose plan has"
              + " faults.",
          FIRST.all());

  private EventColumns() {}

  private static Column<EventRecord> ms(
      String name, String doc, Function<EventRecord, OptionalLong> ns) {
    return FIRST.decimal(
        name,
        MS,
        3,
        doc,
        row -> {
          OptionalLong time = ns.apply(row);
          return time.isPresent()
              ? OptionalDouble.of(time.getAsLong() / 1e6)
              : OptionalDouble.empty();
        });
  }
}
