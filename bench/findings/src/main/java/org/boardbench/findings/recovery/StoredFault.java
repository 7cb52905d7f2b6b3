package org.boardbench.findings.recovery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boardbench.findings.starts.StageFigure;
import org.boardbench.findings.starts.StoredStage;
import org.boardbench.results.column.EventColumns;
import org.boardbench.results.column.RecoveryColumns;
import org.boardbench.results.column.SecondColumns;
import org.boardbench.results.column.StageCounts;
import org.boardbench.results.row.EventRecord;
import org.boardbench.results.row.RecoveryRecord;
import org.boardbench.results.row.SecondRecord;
import org.boardbench.results.table.StoredRow;

/**
 * A fault that was planned, with what followed it.
 *
 * @param name as {@link FaultNames} has it
 * @param stage in whose hold it was to come
 * @param recovery empty where it never came, or nobody looked
 * @param watchedMs from the fault until the next one of its stage or the hold's end; NaN where it
 *     never came
 * @param seconds of its stage; none where nobody read them
 */
public record StoredFault(
    String name,
    StoredStage stage,
    StoredRow<EventRecord> event,
    Optional<StoredRow<RecoveryRecord>> recovery,
    double watchedMs,
    List<StoredRow<SecondRecord>> seconds) {
  private static final double MS_PER_S = 1e3;

  /** Nothing that happens in a hold is a percentile of it. */
  private static final StageFigure NO_TIME =
      new StageFigure(StageCounts.DISCONNECTS, Optional.empty());

  public StoredFault {
    seconds = List.copyOf(seconds);
  }

  /** A stage of a trial. */
  private record Place(String trialId, int stage) {}

  /**
   * Those of stages that have a row.
   *
   * @param seconds none where nobody needs what is made of them
   */
  public static List<StoredFault> of(
      FaultNames names,
      List<StoredStage> stages,
      List<StoredRow<EventRecord>> events,
      List<StoredRow<RecoveryRecord>> recoveries,
      List<StoredRow<SecondRecord>> seconds) {
    Map<Place, StoredStage> byPlace = new HashMap<>();
    stages.forEach(stage -> byPlace.put(new Place(stage.trialId(), stage.stage()), stage));
    Map<Place, List<StoredRow<SecondRecord>>> secondsOf = new HashMap<>();
    for (StoredRow<SecondRecord> row : seconds) {
      Place place = new Place(row.text(SecondColumns.TRIAL_ID), row.number(SecondColumns.STAGE));
      secondsOf.computeIfAbsent(place, _ -> new ArrayList<>()).add(row);
    }
    List<StoredFault> faults = new ArrayList<>();
    for (StoredRow<EventRecord> event : events) {
      Place place = place(event);
      if (byPlace.containsKey(place)) {
        StoredStage stage = byPlace.get(place);
        faults.add(
            new StoredFault(
                names.of(event),
                stage,
                event,
                recoveries.stream().filter(row -> isOf(row, event)).findFirst(),
                watchedMs(
                    event,
                    stage,
                    events.stream().filter(other -> place(other).equals(place)).toList()),
                secondsOf.getOrDefault(place, List.of())));
      }
    }
    return List.copyOf(faults);
  }

  private static Place place(StoredRow<EventRecord> event) {
    return new Place(event.text(EventColumns.TRIAL_ID), event.number(EventColumns.STAGE));
  }

  private static boolean isOf(StoredRow<RecoveryRecord> row, StoredRow<EventRecord> event) {
    return row.text(RecoveryColumns.TRIAL_ID).equals(event.text(EventColumns.TRIAL_ID))
        && row.number(RecoveryColumns.STAGE) == event.number(EventColumns.STAGE)
        && row.number(RecoveryColumns.FAULT) == event.number(EventColumns.FAULT);
  }

  private static double watchedMs(
      StoredRow<EventRecord> event, StoredStage stage, List<StoredRow<EventRecord>> ofStage) {
    double plannedMs = event.figure(EventColumns.PLANNED_MS);
    double endMs =
        ofStage.stream()
            .filter(other -> other.measured(EventColumns.AT_MS).isPresent())
            .mapToDouble(other -> other.figure(EventColumns.PLANNED_MS))
            .filter(other -> other > plannedMs)
            .min()
            .orElse(MS_PER_S * stage.figure(StageCounts.HOLD_S));
    return Math.max(0, endMs - event.figure(EventColumns.AT_MS));
  }

  /** Whether what is made of it counts: its row is not invalid, but for reasons of times alone. */
  public boolean isValid() {
    return stage.isValidFor(NO_TIME);
  }

  /** Whether it came. */
  public boolean hasCome() {
    return event.measured(EventColumns.AT_MS).isPresent();
  }

  /** Whether all was well again before the next fault or the hold's end. */
  public boolean hasRecovered() {
    return recovery
        .filter(row -> row.measured(RecoveryColumns.RECOVERY_MS).isPresent())
        .isPresent();
  }

  /** When it came, since the start of second 0 of the trial. */
  double momentMs() {
    return event.figure(EventColumns.HOLD_MS) + event.figure(EventColumns.AT_MS);
  }
}
