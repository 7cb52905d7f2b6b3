package org.boardbench.view.terminal.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.boardbench.findings.starts.ProfileTrials;
import org.boardbench.results.column.StoredCapacities;
import org.boardbench.results.row.CapacityPart;
import org.boardbench.results.row.CapacityRecord;
import org.boardbench.results.row.TrialRecord;
import org.boardbench.results.table.StoredRow;
import org.boardbench.store.StoredResults;
import org.junit.jupiter.api.Test;

class WhatNextTest {
  private static final Path RUN = Path.of("results/x");

  private final List<Map<String, String>> trials = new ArrayList<>();

  @Test
  void whatIsNotOkCanBeRunAgainUnlessItIsASearch() {
    trial("a-r1", "ok", "");
    assertThat(ResultTable.whatNext(results(), Optional.empty(), RUN)).isEmpty();

    trial("a-r2", "failed", "a exited with status 1");
    assertThat(ResultTable.whatNext(results(), Optional.empty(), RUN))
        .isEqualTo("Run again what is not ok: bench/boardbench run --resume results/x\n");
  }

  @Test
  void aSearchGoesOnWhereItIsNotAtItsEndAndElseItsFailedStartsCount() {
    trial("a-r1", "failed", "a exited with status 1");
    StoredCapacities none = new StoredCapacities(List.of(), false);
    assertThat(ResultTable.whatNext(results(), Optional.of(none), RUN))
        .isEqualTo("Go on with the search: bench/boardbench run --resume results/x\n");

    StoredCapacities whole = new StoredCapacities(List.of(result("a")), false);
    assertThat(ResultTable.whatNext(results(), Optional.of(whole), RUN))
        .isEqualTo(
            "Starts that failed count with what they measured; only a new search has others.\n");
  }

  private static CapacityRecord result(String target) {
    return new CapacityRecord(
        "x",
        target,
        Optional.empty(),
        CapacityPart.RESULT,
        new CapacityRecord.Objective(1, 10, 0.1, 0),
        OptionalInt.empty(),
        OptionalInt.empty(),
        false,
        CapacityRecord.Capacity.NONE,
        CapacityRecord.Density.NONE,
        CapacityRecord.Censored.NONE);
  }

  private StoredResults results() {
    return new StoredResults(
        trials.stream().map(StoredRow::<TrialRecord>of).toList(), List.of(), ProfileTrials.NONE);
  }

  private void trial(String id, String status, String reason) {
    trials.add(
        Map.of(
            "trial_id", id,
            "target", "a",
            "repetition", id.replaceFirst("a-r", ""),
            "status", status,
            "reason", reason));
  }
}
