package org.boardbench.report.claims;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.DoubleStream;
import org.boardbench.findings.starts.FailedStart;
import org.boardbench.findings.starts.RunStarts;
import org.boardbench.findings.starts.StageBuilder;
import org.boardbench.findings.starts.StoredStage;
import org.boardbench.input.InputException;
import org.boardbench.report.claims.reading.ClaimsReader;
import org.boardbench.results.column.StageCounts;
import org.boardbench.results.column.StageExtras;
import org.boardbench.results.row.StageRecord;
import org.boardbench.results.table.Column;
import org.boardbench.statistics.NoiseFloor;

/** Rows of a run, and claims that are judged by it. */
final class ClaimScene {
  private final List<StoredStage> rows = new ArrayList<>();
  private final List<FailedStart> failed = new ArrayList<>();
  private final Map<String, NoiseFloor> floors = new HashMap<>();
  private Optional<FoundCapacities> capacities = Optional.empty();
  private double confidence = 0.95;

  /** One valid row for each value, which is that of a start of its own. */
  ClaimScene measured(String variant, int users, Column<StageRecord> figure, double... values) {
    for (int i = 0; i < values.length; i++) {
      row(StageBuilder.row(variant, i + 1, users).with(figure, values[i]));
    }
    return this;
  }

  /** The same with what a server that keeps up has, by the rule of a fixed number of boards. */
  ClaimScene tps(String variant, int users, double... shares) {
    double owed = users * (double) users / 10;
    for (int i = 0; i < shares.length; i++) {
      row(
          StageBuilder.row(variant, i + 1, users)
              .with(StageCounts.TPS, shares[i] * (users + owed))
              .with(StageCounts.SCHEDULED, 20.0 * users)
              .with(StageExtras.OWED, 20 * owed)
              .with(StageCounts.HOLD_S, 20));
    }
    return this;
  }

  /** What the machine makes of nothing. */
  ClaimScene noise(Column<StageRecord> figure, double... equalStarts) {
    floors.put(figure.name(), NoiseFloor.of(DoubleStream.of(equalStarts)).orElseThrow());
    return this;
  }

  /** A start whose server ended by itself under so many users. */
  ClaimScene ended(String variant, int repetition, int users) {
    failed.add(new FailedStart(variant, repetition, OptionalInt.of(users), variant + " exited"));
    return this;
  }

  /** By a search beside the run. */
  ClaimScene found(FoundCapacities bySearch) {
    capacities = Optional.of(bySearch);
    return this;
  }

  /** Of the run's intervals, unless they are of 95 %. */
  ClaimScene confidence(double ofIntervals) {
    confidence = ofIntervals;
    return this;
  }

  ClaimScene row(StageBuilder row) {
    rows.add(row.build());
    return this;
  }

  /** One claim of one statement. */
  JudgedClaim claim(String statement) throws InputException {
    return claims(statement).main().claims().getFirst();
  }

  /** A claim for each statement. */
  JudgedFile claims(String... statements) throws InputException {
    StringBuilder yaml = new StringBuilder("variants: [a, b, c]\nclaims:\n");
    for (int i = 0; i < statements.length; i++) {
      yaml.append("  - { id: c%d, says: it is so, all: [{ %s }] }\n".formatted(i, statements[i]));
    }
    return judged(yaml.toString());
  }

  JudgedFile judged(String yaml) throws InputException {
    return ClaimsReader.read("my.claims.yaml", yaml)
        .judged(new MeasuredRun(RunStarts.of(rows, failed), confidence, floors, "", capacities));
  }
}
