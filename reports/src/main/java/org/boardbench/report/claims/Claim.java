package org.boardbench.report.claims;

import java.util.List;
import org.boardbench.findings.starts.Where;

/**
 * What somebody says of servers, fixed before a run is looked at.
 *
 * @param id unique in its file
 * @param section where it is said; may be empty
 * @param says its words, in short
 * @param all what must be so for it to hold; at least one
 */
public record Claim(String id, String section, String says, List<Statement> all) {
  public Claim {
    all = List.copyOf(all);
  }

  List<Where> where() {
    return all.stream().flatMap(statement -> statement.where().stream()).toList();
  }
}
