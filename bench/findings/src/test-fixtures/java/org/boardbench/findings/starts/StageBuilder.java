package org.boardbench.findings.starts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boardbench.results.column.StageCosts;
import org.boardbench.results.column.StageCounts;
import org.boardbench.results.column.StageTimes;
import org.boardbench.results.reason.InvalidReason;
import org.boardbench.results.row.StageRecord;
import org.boardbench.results.table.Column;
import org.boardbench.results.table.StoredRow;

/** Makes a valid row with the figures that a test is about; all others were not measured. */
public final class StageBuilder {
  private final Map<String, String> cells = new HashMap<>();
  private final List<InvalidReason> reasons = new ArrayList<>();

  private StageBuilder(String target, int repetition, int users) {
    with(StageCounts.TRIAL_ID, target + "-r" + repetition);
    with(StageCounts.TARGET, target);
    with(StageCounts.REPETITION, Integer.toString(repetition));
    with(StageCounts.STAGE, "1");
    with(StageCounts.USERS, Integer.toString(users));
    with(StageTimes.ARRIVAL_CLOCK, "kernel");
    with(StageCosts.VALID, "true");
  }

  public static StageBuilder row(String target, int repetition, int users) {
    return new StageBuilder(target, repetition, users);
  }

  public StageBuilder with(Column<StageRecord> column, double value) {
    return with(column, Double.isNaN(value) ? "" : Double.toString(value));
  }

  public StageBuilder with(Column<StageRecord> column, String text) {
    cells.put(column.name(), text);
    return this;
  }

  /** Empty = nobody judged. */
  public StageBuilder judged(Optional<Boolean> valid) {
    return with(StageCosts.VALID, valid.map(String::valueOf).orElse(""));
  }

  public StageBuilder invalid() {
    return judged(Optional.of(false));
  }

  public StageBuilder because(InvalidReason... why) {
    reasons.addAll(List.of(why));
    return this;
  }

  public StoredStage build() {
    return new StoredStage(StoredRow.of(cells), reasons);
  }
}
