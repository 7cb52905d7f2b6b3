package org.boardbench.report.stored;

import java.util.Optional;
import java.util.OptionalInt;
import org.boardbench.results.row.CalibrationPart;

/**
 * A row of {@code calibration.csv}. Numbers are NaN where they do not apply or nothing was
 * measured.
 *
 * @param name the case within its part: {@code drop}, {@code delay-10ms}, {@code 300u-10b}
 * @param ratePerUser messages a second
 * @param repetition the step of a search or the trial, from 1; empty for what sums them up
 * @param error what was measured less the truth
 * @param bound of the error's size
 * @param ok empty when there is nothing to judge
 */
public record CalibrationRow(
    CalibrationPart part,
    String name,
    int users,
    int boards,
    double ratePerUser,
    OptionalInt repetition,
    String figure,
    String unit,
    double truth,
    double measured,
    double error,
    double bound,
    Optional<Boolean> ok) {
  public boolean isMissed() {
    return ok.isPresent() && !ok.get();
  }
}
