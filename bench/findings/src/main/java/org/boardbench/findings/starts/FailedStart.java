package org.boardbench.findings.starts;

import java.util.OptionalInt;
import org.boardbench.results.OneLine;
import org.boardbench.results.column.TrialColumns;
import org.boardbench.results.row.TrialRecord;
import org.boardbench.results.table.StoredRow;

/**
 * A start that failed, with or without rows of what it measured before.
 *
 * @param serverEndedUsers users of the stage in which the server ended by itself, of which there
 *     may be no row; empty where it did not, or an older run does not know
 * @param reason in one line; servers have a say in it
 */
public record FailedStart(
    String variant, int repetition, OptionalInt serverEndedUsers, String reason) {
  private static final String DETAILS = "; ";

  /** Whether a trial failed, so that it can be read as one. */
  public static boolean isOne(StoredRow<TrialRecord> trial) {
    return trial.text(TrialColumns.STATUS).equals(TrialRecord.FAILED);
  }

  /** Of a row that is one. */
  public static FailedStart of(StoredRow<TrialRecord> trial) {
    return new FailedStart(
        trial.text(TrialColumns.TARGET),
        trial.number(TrialColumns.REPETITION),
        trial.optionalNumber(TrialColumns.SERVER_ENDED_USERS),
        OneLine.of(trial.text(TrialColumns.REASON)));
  }

  /** The same, of whose server's end no load is to blame. */
  FailedStart withoutEnding() {
    return new FailedStart(variant, repetition, OptionalInt.empty(), reason);
  }

  /** Whether the server ended by itself under so many users, or under fewer. */
  public boolean hasEndedUpTo(int users) {
    return serverEndedUsers.isPresent() && serverEndedUsers.getAsInt() <= users;
  }

  /** The reason without a server's own words: {@code node exited with status 1 after 3.2 s}. */
  public String ending() {
    int details = reason.indexOf(DETAILS);
    return details < 0 ? reason : reason.substring(0, details);
  }
}
