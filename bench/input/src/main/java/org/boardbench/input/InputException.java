package org.boardbench.input;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A file or options that people wrote cannot be used; carries every problem found, not only the
 * first. Exit status 2.
 */
public final class InputException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  public InputException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  public List<Problem> problems() {
    return problems;
  }
}
