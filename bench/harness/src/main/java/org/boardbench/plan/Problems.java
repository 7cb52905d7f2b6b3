package org.boardbench.plan;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong, so that an author hears of everything in one go. */
final class Problems {
  private final List<Problem> found = new ArrayList<>();

  void add(String key, String message) {
    found.add(new Problem(key, message));
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  void throwIfAny() throws PlanException {
    if (!found.isEmpty()) {
      throw new PlanException(found);
    }
  }
}
