package org.boardbench.findings.summary;

import java.util.List;

/** A {@code testsuite}. */
public record JUnitSuite(String name, List<JUnitCase> cases) {
  public JUnitSuite {
    cases = List.copyOf(cases);
  }

  long count(JUnitCase.Outcome outcome) {
    return cases.stream().filter(one -> one.outcome() == outcome).count();
  }
}
