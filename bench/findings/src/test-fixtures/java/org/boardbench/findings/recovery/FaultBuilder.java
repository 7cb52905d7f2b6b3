package org.boardbench.findings.recovery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.boardbench.findings.starts.StageBuilder;
import org.boardbench.findings.starts.StoredStage;
import org.boardbench.results.column.EventColumns;
import org.boardbench.results.column.RecoveryColumns;
import org.boardbench.results.column.SecondColumns;
import org.boardbench.results.column.StageCounts;
import org.boardbench.results.row.EventRecord;
import org.boardbench.results.row.RecoveryRecord;
import org.boardbench.results.row.SecondRecord;
import org.boardbench.results.table.Column;
import org.boardbench.results.table.StoredRow;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A start with one stage of 300 users and 40 s, in whose hold something fails, ten seconds after it
 * began; the hold began 5 s after second 0. What a test does not say was not measured.
 */
public final class FaultBuilder {
  private static final int USERS = 300;

  private final Map<String, String> event = new HashMap<>();
  private final Map<String, String> recovery = new HashMap<>();
  private final List<StoredRow<SecondRecord>> seconds = new ArrayList<>();
  private final StageBuilder stage;
  private boolean hasCome = true;

  private FaultBuilder(String variant, int repetition, String kind, String component) {
    String trial = variant + "-r" + repetition;
    stage = StageBuilder.row(variant, repetition, USERS).with(StageCounts.HOLD_S, "40");
    event(EventColumns.TRIAL_ID, trial).event(EventColumns.STAGE, "1");
    event(EventColumns.FAULT, "1").event(EventColumns.KIND, kind);
    event(EventColumns.COMPONENT, component).event(EventColumns.HOLD_MS, "5000");
    event(EventColumns.PLANNED_MS, "10000").event(EventColumns.AT_MS, "10000");
    recovery(RecoveryColumns.TRIAL_ID, trial).recovery(RecoveryColumns.STAGE, "1");
    recovery(RecoveryColumns.FAULT, "1");
  }

  public static FaultBuilder kill(String variant, int repetition) {
    return new FaultBuilder(variant, repetition, "kill", "target");
  }

  public static FaultBuilder of(String kind, String component, String variant, int repetition) {
    return new FaultBuilder(variant, repetition, kind, component);
  }

  public FaultBuilder event(Column<EventRecord> column, String text) {
    event.put(column.name(), text);
    return this;
  }

  public FaultBuilder recovery(Column<RecoveryRecord> column, String text) {
    recovery.put(column.name(), text);
    return this;
  }

  /** The number of the fault in its stage. */
  public FaultBuilder number(int number) {
    return event(EventColumns.FAULT, Integer.toString(number))
        .recovery(RecoveryColumns.FAULT, Integer.toString(number));
  }

  /** It was due, and came, so long after the hold began. */
  public FaultBuilder at(String ms) {
    return event(EventColumns.PLANNED_MS, ms).event(EventColumns.AT_MS, ms);
  }

  public FaultBuilder neverCame() {
    hasCome = false;
    return event(EventColumns.AT_MS, "");
  }

  public FaultBuilder invalid() {
    stage.invalid();
    return this;
  }

  public FaultBuilder second(int second, double rttP99Ms) {
    seconds.add(
        StoredRow.of(
            Map.of(
                SecondColumns.TRIAL_ID.name(), event.get(EventColumns.TRIAL_ID.name()),
                SecondColumns.STAGE.name(), "1",
                SecondColumns.SECOND.name(), Integer.toString(second),
                SecondColumns.RTT_P99_MS.name(), Double.toString(rttP99Ms))));
    return this;
  }

  /** As they are read of one run whose plan says nothing of them. */
  public static List<StoredFault> read(FaultBuilder... faults) {
    return read("{}", faults);
  }

  /**
   * As they are read of one run; those of one start are in one stage.
   *
   * @param plan as {@code run.json} has it
   */
  public static List<StoredFault> read(String plan, FaultBuilder... faults) {
    JsonNode json = JsonMapper.shared().readTree(plan);
    Map<String, StoredStage> stages = new HashMap<>();
    List<StoredRow<EventRecord>> events = new ArrayList<>();
    List<StoredRow<RecoveryRecord>> recoveries = new ArrayList<>();
    List<StoredRow<SecondRecord>> seconds = new ArrayList<>();
    for (FaultBuilder fault : faults) {
      StoredStage row = fault.stage.build();
      stages.putIfAbsent(row.trialId(), row);
      events.add(StoredRow.of(fault.event));
      if (fault.hasCome) {
        recoveries.add(StoredRow.of(fault.recovery));
      }
      seconds.addAll(fault.seconds);
    }
    return StoredFault.of(
        new FaultNames(json), List.copyOf(stages.values()), events, recoveries, seconds);
  }
}
