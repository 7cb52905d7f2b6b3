package org.boardbench.input;

/**
 * One thing wrong with a plan, a manifest or an option.
 *
 * @param key where it is, as the author wrote it: {@code stages[2].users}, {@code --hold}
 * @param message the bound and the value: {@code must be at least 1, was 0}
 */
public record Problem(String key, String message) {
  @Override
  public String toString() {
    return key + ": " + message;
  }
}
