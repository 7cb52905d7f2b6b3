package org.boardbench.input;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong, so that an author hears of everything in one go. */
public final class Problems {
  private final List<Problem> found = new ArrayList<>();

  public void add(String key, String message) {
    found.add(new Problem(key, message));
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }

  public void throwIfAny() throws InputException {
    if (!found.isEmpty()) {
      throw new InputException(found);
    }
  }
}
