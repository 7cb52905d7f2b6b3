package org.boardbench.store;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What one microbenchmark found, over all its forks.
 *
 * @param benchmark class and method
 * @param group the benchmarks that are shown together
 * @param compared the library or the strategy
 * @param payloadBytes of the stroke's JSON
 * @param members who get the message, all of them in one operation
 * @param threads that ran the benchmark at the same time
 * @param mode as JMH shortens it: {@code avgt}
 * @param scoreError half the width of the 99.9 % confidence interval; empty with a single sample
 * @param unit of the score and its error
 * @param samples iterations that were measured, of all forks together
 * @param allocBytesPerOp what the JVM allocated
 * @param encodedBytes size of the message once it is encoded
 * @param cpuNsPerOp CPU time of the program's own threads, see the micro module's thread profiler
 */
public record MicroRow(
    String benchmark,
    String group,
    String compared,
    OptionalInt payloadBytes,
    OptionalInt members,
    int threads,
    String mode,
    double score,
    OptionalDouble scoreError,
    String unit,
    long samples,
    int forks,
    OptionalDouble allocBytesPerOp,
    OptionalInt encodedBytes,
    OptionalDouble cpuNsPerOp) {}
