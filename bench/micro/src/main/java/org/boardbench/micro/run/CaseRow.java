package org.boardbench.micro.run;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.boardbench.micro.Series;
import org.boardbench.micro.profile.EncodedSizeProfiler;
import org.boardbench.micro.profile.ThreadProfiler;
import org.boardbench.results.row.MicroRow;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** The row of a case: every cell from JMH's own objects. */
final class CaseRow {
  private static final String ALLOCATED = "gc.alloc.rate.norm";

  /** In MB/s; also there when nothing was allocated, in which case JMH leaves out the other. */
  private static final String ALLOCATION_RATE = "gc.alloc.rate";

  private CaseRow() {}

  static MicroRow of(BenchmarkCase one, RunResult found) {
    Result<?> score = found.getPrimaryResult();
    Map<String, Result> others = found.getSecondaryResults();
    return new MicroRow(
        new MicroRow.Case(
            one.benchmark(),
            one.series().group(),
            one.compared(),
            one.number(Series.PAYLOAD),
            one.number(Series.MEMBERS),
            found.getParams().getThreads()),
        new MicroRow.Score(
            found.getParams().getMode().shortLabel(),
            score.getScore(),
            finite(score.getScoreError()),
            score.getScoreUnit(),
            score.getSampleCount(),
            found.getParams().getForks()),
        new MicroRow.Costs(allocated(others), size(others), value(others, ThreadProfiler.CPU)),
        ForkJudge.of(found));
  }

  private static OptionalDouble allocated(Map<String, Result> others) {
    OptionalDouble rate = value(others, ALLOCATION_RATE);
    OptionalDouble perOperation = value(others, ALLOCATED);
    boolean nothing = perOperation.isEmpty() && rate.isPresent() && rate.getAsDouble() == 0;
    return nothing ? OptionalDouble.of(0) : perOperation;
  }

  private static OptionalInt size(Map<String, Result> others) {
    OptionalDouble size = value(others, EncodedSizeProfiler.SIZE);
    return size.isPresent() ? OptionalInt.of((int) size.getAsDouble()) : OptionalInt.empty();
  }

  private static OptionalDouble value(Map<String, Result> others, String name) {
    Result<?> result = others.get(name);
    return result == null ? OptionalDouble.empty() : finite(result.getScore());
  }

  private static OptionalDouble finite(double value) {
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }
}
