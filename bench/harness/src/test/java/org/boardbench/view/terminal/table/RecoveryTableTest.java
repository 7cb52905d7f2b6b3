package org.boardbench.view.terminal.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.boardbench.findings.recovery.FaultBuilder.kill;

import java.util.List;
import org.boardbench.findings.recovery.FaultBuilder;
import org.boardbench.results.column.RecoveryColumns;
import org.junit.jupiter.api.Test;

class RecoveryTableTest {
  private static FaultBuilder recovered(String variant, int repetition, int ms, int lost) {
    return kill(variant, repetition)
        .recovery(RecoveryColumns.RECOVERY_MS, Integer.toString(ms))
        .recovery(RecoveryColumns.DROPPED, "300")
        .recovery(RecoveryColumns.AWAY_MAX_MS, Integer.toString(ms - 500))
        .recovery(RecoveryColumns.LOST, Integer.toString(lost))
        .recovery(RecoveryColumns.MISSED, "4000");
  }

  private static String text(FaultBuilder... faults) {
    return RecoveryTable.of(FaultBuilder.read(faults), 0.95).text();
  }

  @Test
  void saysOfEachServerAndFaultHowItGotOverIt() {
    assertThat(
            text(
                recovered("node-ws", 1, 2500, 10),
                recovered("node-ws", 2, 2600, 20),
                recovered("node-ws", 3, 2700, 0)))
        .isEqualTo(
            """
             target   fault  users  recovered  after s  95 % interval  away s  lost  missed
             ------------------------------------------------------------------------------
             node-ws   kill    300     3 of 3     2.60      2.35–2.85    2.10  10.0    4000
             after, away: the recovery, and the longest that a user was away; means over starts. ≥: at least,
             as it did not come while the run watched. All of it: recovery.csv, and the report.
            """);
  }

  @Test
  void aServerThatNeverCameBackIsThereAndItsTimesAreAtLeastSoMuch() {
    assertThat(
            text(
                recovered("fastapi", 1, 2000, 0),
                kill("fastapi", 2).recovery(RecoveryColumns.DROPPED, "300")))
        .containsPattern("fastapi +kill +300 +1 of 2 +≥13.0 +- +≥15.8 +0 +4000\n");
  }

  @Test
  void faultsInInvalidRowsAreCountedAndInNoFigure() {
    assertThat(text(recovered("fastapi", 1, 2000, 0).invalid()))
        .containsPattern("fastapi +kill +300 +0 of 0, 1 invalid +- +- +- +- +-\n");
  }

  @Test
  void aRunInWhichNothingFailedSaysNothing() {
    assertThat(RecoveryTable.of(List.of(), 0.95).text()).isEmpty();
  }
}
