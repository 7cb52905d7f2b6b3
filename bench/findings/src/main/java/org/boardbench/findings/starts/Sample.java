package org.boardbench.findings.starts;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.boardbench.statistics.Estimate;
import org.boardbench.statistics.FigureKind;
import org.boardbench.statistics.Start;

/**
 * One number of each start that has it.
 *
 * @param leftOut starts that do not have it: a row is invalid, missing or did not measure it
 * @param usedRows that the numbers are made of
 * @param rows that were looked at, be they valid or not
 */
public record Sample(List<OfStart> values, int leftOut, int usedRows, int rows) {
  public Sample {
    values = List.copyOf(values);
  }

  /**
   * The number of one start; those of one repetition share what decides who sends what and when.
   *
   * @param messages how far its messages leave it open, see {@link Start}; NaN where nobody can say
   */
  public record OfStart(int repetition, FigureValue shown, double messages) {}

  /** Those of its starts. */
  public Set<Integer> repetitions() {
    return values.stream().map(OfStart::repetition).collect(Collectors.toSet());
  }

  /** Of the starts of these repetitions; the others are left out. */
  public Sample of(Set<Integer> repetitions) {
    List<OfStart> kept =
        values.stream().filter(one -> repetitions.contains(one.repetition())).toList();
    int dropped = values.size() - kept.size();
    int used = values.isEmpty() ? 0 : usedRows / values.size() * kept.size();
    return new Sample(kept, leftOut + dropped, used, rows);
  }

  public List<Start> starts() {
    return values.stream()
        .map(one ->
            new Start(OptionalLong.of(one.repetition()), one.shown().value(), one.messages()))
        .toList();
  }

  public DoubleStream numbers() {
    return values.stream().mapToDouble(one -> one.shown().value());
  }

  public Estimate estimate(FigureKind kind) {
    return Estimate.of(kind, starts());
  }

  /** Whether some may be greater. */
  public boolean isAtLeast() {
    return values.stream().anyMatch(one -> one.shown().atLeast());
  }
}
