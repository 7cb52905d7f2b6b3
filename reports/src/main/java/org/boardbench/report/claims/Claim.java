package org.boardbench.report.claims;

import java.util.List;
import java.util.Map;
import org.boardbench.findings.starts.Where;

/**
 * What somebody says of servers, written down before the run that is judged by it.
 *
 * @param id unique in its file
 * @param section where it is said; may be empty
 * @param says its words, in short
 * @param all what must be so for it to hold; at least one. Or all are effects of one choice, each
 *     judged by itself
 */
public record Claim(String id, String section, String says, List<Statement> all) {
  public Claim {
    all = List.copyOf(all);
  }

  /** The same of other variants, by {@link Statement#renamed}. */
  Claim renamed(Map<String, String> names) {
    return new Claim(
        id, section, says, all.stream().map(statement -> statement.renamed(names)).toList());
  }

  /** Whether it asks what a choice does, and claims nothing. */
  public boolean isOfEffects() {
    return all.stream().allMatch(EffectStatement.class::isInstance);
  }

  List<Where> where() {
    return all.stream().flatMap(statement -> statement.where().stream()).toList();
  }
}
