package org.boardbench.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.boardbench.report.chart.Curve;
import org.boardbench.results.row.ReplicaRecord;
import org.boardbench.results.table.StoredRow;
import org.junit.jupiter.api.Test;

class ReplicaCurvesTest {
  private static StoredRow<ReplicaRecord> row(int second, int replica, int users) {
    return StoredRow.of(
        Map.of(
            "second", Integer.toString(second),
            "replica", Integer.toString(replica),
            "users", Integer.toString(users)));
  }

  @Test
  void eachReplicaHasACurveOfItsUsersSecondBySecond() {
    List<Curve> curves =
        ReplicaCurves.of(List.of(row(4, 1, 50), row(4, 2, 50), row(5, 1, 100), row(5, 2, 0)), 1);

    assertThat(curves).extracting(curve -> curve.key().orElseThrow()).containsExactly("1", "2");
    assertThat(curves.getLast().points())
        .containsExactly(new Curve.Point(4.5, 50), new Curve.Point(5.5, 0));
    assertThat(curves.getFirst().look().colour()).isNotEqualTo(curves.getLast().look().colour());
  }

  @Test
  void aServerWithoutReplicasHasNone() {
    assertThat(ReplicaCurves.of(List.of(), 1)).isEmpty();
  }
}
