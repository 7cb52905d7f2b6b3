package org.boardbench.micro.profile;

import java.util.List;
import java.util.OptionalInt;
import org.boardbench.micro.EncodedSize;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/** Hands on the {@link EncodedSize} that a benchmark has reported. */
public final class EncodedSizeProfiler implements InternalProfiler {
  /** Bytes of one encoded message. */
  public static final String SIZE = "encoded.size";

  @Override
  public String getDescription() {
    return "Size of the encoded message";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    // The size is known from the benchmark's set-up on.
  }

  @Override
  public List<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    OptionalInt size = EncodedSize.reported();
    return size.isPresent()
        ? List.of(new ScalarResult(SIZE, size.getAsInt(), "B", AggregationPolicy.MAX))
        : List.of();
  }
}
