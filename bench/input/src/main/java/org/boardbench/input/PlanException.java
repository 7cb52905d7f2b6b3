package org.boardbench.input;

import java.util.List;
import java.util.stream.Collectors;

/** Input that cannot be run; carries every problem found, not only the first. Exit status 2. */
public final class PlanException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  public PlanException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  public List<Problem> problems() {
    return problems;
  }
}
