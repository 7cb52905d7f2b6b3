package org.boardbench.findings.starts;

import java.util.List;
import java.util.Optional;
import org.boardbench.results.StoreException;
import org.boardbench.results.column.StageCosts;
import org.boardbench.results.column.StageCounts;
import org.boardbench.results.column.StageTimes;
import org.boardbench.results.reason.InvalidReason;
import org.boardbench.results.reason.ReasonCode;
import org.boardbench.results.row.StageRecord;
import org.boardbench.results.table.Column;
import org.boardbench.results.table.StoredRow;
import org.boardbench.statistics.FigureKind;

/**
 * A row of {@code stages.csv}.
 *
 * @param reasons why it is not valid, the first one first; none when it is, or was not judged
 */
public record StoredStage(StoredRow<StageRecord> row, List<InvalidReason> reasons) {
  public StoredStage {
    reasons = List.copyOf(reasons);
  }

  /**
   * Reads a row.
   *
   * @throws StoreException when it has reasons and is not invalid
   */
  public static StoredStage of(StoredRow<StageRecord> row) throws StoreException {
    String cell = row.text(StageCosts.INVALID_REASONS);
    if (!cell.isEmpty() && row.flag(StageCosts.VALID).orElse(true)) {
      throw row.problem(StageCosts.INVALID_REASONS, "must be empty unless valid is false");
    }
    return new StoredStage(row, InvalidReason.of(cell));
  }

  public String trialId() {
    return row.text(StageCounts.TRIAL_ID);
  }

  public String target() {
    return row.text(StageCounts.TARGET);
  }

  public int repetition() {
    return row.number(StageCounts.REPETITION);
  }

  /** Counts from 1. */
  public int stage() {
    return row.number(StageCounts.STAGE);
  }

  public int users() {
    return row.number(StageCounts.USERS);
  }

  /** NaN when it was not measured. */
  public double figure(Column<StageRecord> column) {
    return row.figure(column);
  }

  /** Empty when nothing was stored. Servers have a say in causes, so no reader may trust them. */
  public String text(Column<StageRecord> column) {
    return row.text(column);
  }

  /** What stamped the arrivals, {@code kernel}, {@code driver} or {@code mixed}; may be empty. */
  public String arrivalClock() {
    return row.text(StageTimes.ARRIVAL_CLOCK);
  }

  /** Empty when nobody judged. */
  public Optional<Boolean> valid() {
    return row.flag(StageCosts.VALID);
  }

  /**
   * Unless it was judged invalid. A row that nobody judged is of a run before rows were judged,
   * which has nothing else to be told by; what decides how a run goes on asks for rows that were
   * judged.
   */
  public boolean isValid() {
    return valid().orElse(true);
  }

  /** Whether it was judged invalid for this, perhaps among others. */
  public boolean hasReason(ReasonCode code) {
    return reasons.stream().anyMatch(reason -> reason.code().equals(code.key()));
  }

  /**
   * Whether a figure of it counts: of an invalid row that of what is no time, where all reasons
   * speak of times alone.
   */
  public boolean isValidFor(StageFigure figure) {
    return isValid()
        || (figure.kind() != FigureKind.TIME
            && !reasons.isEmpty()
            && reasons.stream()
                .allMatch(reason ->
                    ReasonCode.of(reason.code()).filter(ReasonCode::isOfTimes).isPresent()));
  }
}
