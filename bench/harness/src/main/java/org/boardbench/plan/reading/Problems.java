package org.boardbench.plan.reading;

import java.util.ArrayList;
import java.util.List;
import org.boardbench.plan.PlanException;
import org.boardbench.plan.Problem;

/** Collects what is wrong, so that an author hears of everything in one go. */
public final class Problems {
  private final List<Problem> found = new ArrayList<>();

  public void add(String key, String message) {
    found.add(new Problem(key, message));
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }

  public void throwIfAny() throws PlanException {
    if (!found.isEmpty()) {
      throw new PlanException(found);
    }
  }
}
