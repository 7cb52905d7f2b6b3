package org.boardbench.report.claims;

import java.util.Map;

/**
 * Other variants that the same claims are judged by too, to see whether they change a verdict.
 *
 * @param name what they have in common
 * @param insteadOf what the variants of the claims have in common
 * @param variants a variant of the claims → the one in its place; all others stay
 */
public record Beside(String name, String insteadOf, Map<String, String> variants) {
  public Beside {
    variants = Map.copyOf(variants);
  }
}
