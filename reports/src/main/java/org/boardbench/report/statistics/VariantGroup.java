package org.boardbench.report.statistics;

import java.util.Set;

/**
 * Variants that are drawn together.
 *
 * @param title as the plan has it, never empty
 * @param slug for names of files; no other group of the run has it
 * @param own names of those that are in no other group
 * @param shared names of those that are in the figures of all groups
 */
public record VariantGroup(String title, String slug, Set<String> own, Set<String> shared) {
  public VariantGroup {
    own = Set.copyOf(own);
    shared = Set.copyOf(shared);
  }

  /** Whether its figures show the variant. */
  public boolean draws(String variant) {
    return own.contains(variant) || shared.contains(variant);
  }
}
