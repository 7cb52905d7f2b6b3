package org.boardbench.report.explain;

import java.util.List;

/**
 * One thing that a server does with a message, and the microbenchmark that tells what it costs.
 *
 * @param benchmark class and method
 * @param by the library or strategy that the server has
 * @param less what the benchmark does besides, and other parts have
 * @param libraries whose versions must be the same in the server and the microbenchmark
 * @param remark in what the benchmark is not quite what the server does; may be empty
 */
record WorkStep(
    String name,
    Basis basis,
    String benchmark,
    String by,
    Clock clock,
    List<WorkStep> less,
    List<String> libraries,
    String remark) {
  /** How often the server does it. */
  enum Basis {
    /** Once for a message, whoever gets it. */
    MESSAGE,
    /** For each receiver of a message. */
    DELIVERY
  }

  /** Which of the benchmark's figures is its cost. */
  enum Clock {
    /** Of code that runs on one thread and never waits, where time is CPU time. */
    TIME,
    /** Of code that waits, or that several threads share. */
    CPU,
    /** As {@link #CPU}; time where CPU was not measured. */
    CPU_ELSE_TIME
  }

  WorkStep {
    less = List.copyOf(less);
    libraries = List.copyOf(libraries);
  }

  /** A part that stands for itself. */
  static WorkStep of(
      String name, Basis basis, String benchmark, String by, Clock clock, String... libraries) {
    return new WorkStep(name, basis, benchmark, by, clock, List.of(), List.of(libraries), "");
  }

  /** The same part, with what it is not. */
  WorkStep withRemark(String text) {
    return new WorkStep(name, basis, benchmark, by, clock, less, libraries, text);
  }

  /** The same part, of which others have these. */
  WorkStep less(WorkStep... others) {
    return new WorkStep(name, basis, benchmark, by, clock, List.of(others), libraries, remark);
  }
}
