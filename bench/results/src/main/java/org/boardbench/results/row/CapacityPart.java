package org.boardbench.results.row;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a row of {@code capacity.csv} is of. */
public enum CapacityPart {
  /** A start in large steps. */
  BRACKET,
  /** A start in small steps, which has a capacity of its own. */
  STAIRCASE,
  /** A start straight at what was found, with a longer hold. */
  CONFIRMATION,
  /** All starts of a variant. */
  RESULT;

  /** Empty for a word that files do not have. */
  public static Optional<CapacityPart> of(String word) {
    return Arrays.stream(values()).filter(part -> part.toString().equals(word)).findFirst();
  }

  /** As files write it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
