package org.boardbench.trial.source;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import org.boardbench.results.column.StageCosts;
import org.boardbench.results.column.StageCounts;
import org.boardbench.results.row.CapacityRecord.Density;
import org.boardbench.results.row.StageRecord;
import org.boardbench.results.table.StoredRow;
import org.boardbench.statistics.Estimate;
import org.boardbench.statistics.FigureKind;

/** How many users are carried with what a server uses. */
final class LoadDensity {
  private static final double PCT_OF_CORE = 100;
  private static final double MIB = 100;

  private LoadDensity() {}

  /**
   * Of one start.
   *
   * @param rows of its holds
   * @param users the load that it kept; empty when it kept none
   */
  static Density of(List<StoredRow<StageRecord>> rows, OptionalInt users) {
    return rows.stream()
        .filter(row -> row.flag(StageCosts.VALID).orElse(false))
        .filter(row -> OptionalInt.of(row.number(StageCounts.USERS)).equals(users))
        .reduce((_, later) -> later)
        .map(LoadDensity::of)
        .orElse(Density.NONE);
  }

  private static Density of(StoredRow<StageRecord> row) {
    int users = row.number(StageCounts.USERS);
    double companions = row.measured(StageCosts.COMPANION_CPU_MEAN_PCT).orElse(0);
    double cores = (row.figure(StageCosts.CPU_MEAN_PCT) + companions) / PCT_OF_CORE;
    return new Density(
        quotient(users, cores), quotient(users, row.figure(StageCosts.MEMORY_MEAN_MIB) / MIB));
  }

  /** Empty where the divisor was not measured, or is too little to be measured. */
  private static OptionalDouble quotient(double users, double used) {
    return used > 0 ? OptionalDouble.of(users / used) : OptionalDouble.empty();
  }

  /** The geometric means of several starts'. */
  static Density mean(List<Density> ofStarts) {
    return new Density(
        mean(ofStarts, Density::usersPerCore), mean(ofStarts, Density::usersPer100Mib));
  }

  private static OptionalDouble mean(
      List<Density> ofStarts, Function<Density, OptionalDouble> figure) {
    return Estimate.of(
            FigureKind.CAPACITY,
            ofStarts.stream().mapToDouble(one -> figure.apply(one).orElse(Double.NaN)))
        .mean();
  }
}
