package org.boardbench.micro.run;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.boardbench.micro.EncodedSize;
import org.boardbench.micro.Series;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;

/** Behaves well, or fails in the way that its parameter says. */
@Series(group = "specimens", by = "behaviour")
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SpecimenBenchmark {
  @Param({"allocates", "crashes", "throws", "idles", "waits"})
  public String behaviour;

  @Param({"300", "2048"})
  public int payloadBytes;

  @Setup
  public void setUp() {
    EncodedSize.report(2 * payloadBytes);
  }

  @Benchmark
  @Threads(2)
  public Object behave() throws InterruptedException {
    return switch (behaviour) {
      case "allocates" -> new byte[payloadBytes];
      case "crashes" -> {
        Runtime.getRuntime().halt(134);
        yield null;
      }
      case "throws" -> throw new IllegalStateException("the specimen is broken");
      case "waits" -> {
        new CountDownLatch(1).await(); // until its JVM is ended
        yield null;
      }
      default -> behaviour;
    };
  }
}
