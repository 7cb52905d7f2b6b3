package org.boardbench.report.explain;

import java.util.List;
import java.util.stream.Stream;
import org.boardbench.findings.ranking.BrokenLoad;
import org.boardbench.report.statistics.Variants;

/**
 * A sweep joined with a run of the microbenchmarks on the same machine.
 *
 * @param runId of the sweep
 * @param microRunId of the microbenchmarks
 * @param quick whether the microbenchmarks' run was a quick one
 * @param variants of the sweep
 * @param stages by target, repetition and stage; none when nothing could be explained
 * @param refusals why targets, or all of them, are not explained; a line each
 */
public record Explanation(
    String runId,
    String microRunId,
    boolean quick,
    Variants variants,
    List<ExplainedStage> stages,
    List<String> refusals) {
  /** The parts of all targets, in the order in which a message comes through them. */
  public static final List<String> PARTS =
      List.of(
          "frame-in",
          "text-in",
          "stomp-in",
          "tomcat-in",
          "parse",
          "hand-over",
          "stomp-out",
          "text-out",
          "frame-out",
          "tomcat-out",
          "kernel-write");

  public Explanation {
    stages = List.copyOf(stages);
    refusals = List.copyOf(refusals);
  }

  /** What a variant's CPU went into when it broke. */
  public BottleneckCause cause(BrokenLoad load) {
    return BottleneckCause.of(load, stages);
  }

  /** Whether there is anything to show. */
  public boolean isEmpty() {
    return stages.isEmpty();
  }

  /** By what it is explained, or why it is not; a line each. */
  public List<String> lines() {
    return isEmpty()
        ? refusals
        : Stream.concat(
                Stream.of(
                    "CPU per delivery explained by "
                        + microRunId
                        + (quick ? ", a quick run of the microbenchmarks." : ".")),
                refusals.stream())
            .toList();
  }
}
