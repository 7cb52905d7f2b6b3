package org.boardbench.plan.reading;

/**
 * A value that passed its own bounds, with the place it came from, so that a bound between two
 * values can name both.
 */
public record Setting<T>(String key, T value) {
  public boolean isOption() {
    return key.startsWith("--");
  }
}
