package org.boardbench.calibrate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import org.boardbench.results.row.CalibrationRow;
import org.boardbench.results.row.CalibrationValue;
import org.boardbench.store.calibration.CalibrationCase;

/** The rows of a load that is put on again and again. */
final class RepeatedTrials {
  private final CalibrationStep step;
  private final CaseLoad load;
  private final List<CalibrationRow> rows = new ArrayList<>();
  private final Map<String, List<Double>> values = new LinkedHashMap<>();

  RepeatedTrials(CalibrationStep step, CaseLoad load) {
    this.step = step;
    this.load = load;
  }

  /** What one of them has found. */
  void add(int repetition, List<CalibrationValue> findings) {
    for (CalibrationValue finding : findings) {
      rows.add(load.row(step, OptionalInt.of(repetition), finding));
      finding
          .measured()
          .ifPresent(value ->
              values.computeIfAbsent(finding.figure(), figure -> new ArrayList<>()).add(value));
    }
  }

  /**
   * All of them, with a row for each figure that stands for all.
   *
   * @param sum what that says, from the figure's name and its values
   */
  CalibrationCase summed(BiFunction<String, List<Double>, CalibrationValue> sum) {
    values.forEach((figure, measured) ->
        rows.add(load.row(step, OptionalInt.empty(), sum.apply(figure, measured))));
    return CalibrationCase.of(rows);
  }
}
