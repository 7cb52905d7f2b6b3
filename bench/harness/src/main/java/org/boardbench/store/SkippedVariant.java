package org.boardbench.store;

/**
 * A variant of the experiment that this machine could not start.
 *
 * @param reason what is missing, who needs it and how to get it; a sentence for each, without a
 *     full stop
 */
public record SkippedVariant(String name, String reason) {
  /** For a person. */
  public String line() {
    return "Skipped " + name + ": " + reason;
  }
}
