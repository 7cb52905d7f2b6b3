package org.boardbench.plan;

/**
 * A value that passed its own bounds, with the place it came from, so that a bound between two
 * values can name both.
 */
record Setting<T>(String key, T value) {
  boolean isOption() {
    return key.startsWith("--");
  }
}
