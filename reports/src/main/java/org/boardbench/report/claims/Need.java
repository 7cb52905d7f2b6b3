package org.boardbench.report.claims;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boardbench.findings.starts.StageFigure;
import org.boardbench.findings.starts.Where;

/**
 * What somebody needs of a server, and the rule by which a run says which one to take.
 *
 * @param name in words
 * @param section where the paper recommends one for it; may be empty
 * @param rule chooses among those that keep the limits
 * @param figure of which the least is wanted; empty for the other rules
 * @param where the loads that are looked at; its variant is each of {@code among}
 * @param keep what a server has to keep, in most starts; perhaps nothing
 * @param counts the least relative difference that matters
 * @param paper what was recommended before; none where nothing was
 */
public record Need(
    String name,
    String section,
    Rule rule,
    Optional<StageFigure> figure,
    Where where,
    List<Limit> keep,
    double counts,
    List<String> among,
    List<String> paper) {
  public Need {
    keep = List.copyOf(keep);
    among = List.copyOf(among);
    paper = List.copyOf(paper);
  }

  /** The same among other variants, by {@link Statement#renamed}. */
  Need renamed(Map<String, String> names) {
    return new Need(
        name,
        section,
        rule,
        figure,
        where,
        keep,
        counts,
        among.stream().map(one -> names.getOrDefault(one, one)).toList(),
        paper.stream().map(one -> names.getOrDefault(one, one)).toList());
  }

  /** How one is chosen. */
  public enum Rule {
    /** All that keep the limits at the loads. */
    ENOUGH("enough"),
    /** Of these, the one with the least of a figure, and all that are about as good. */
    LEAST("least"),
    /** Those that keep the limits up to the greatest load. */
    MOST_USERS("most-users");

    private final String word;

    Rule(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  /** A bound that a server has to keep. */
  public record Limit(StageFigure figure, double atMost) {}
}
