package org.boardbench.report.claims;

import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a run says to who needs something.
 *
 * @param search by which the users were found; empty where the run itself says them
 * @param candidates that keep the limits, the best one first
 * @param unknown variants of which no start says whether they keep the limits, or has the figure
 * @param isSure whether the interval, or every start, tells the recommended ones from the others;
 *     never with fewer than three starts of any variant, nor while one of the run is unknown
 */
public record Recommendation(
    Need need, String search, List<Candidate> candidates, List<String> unknown, boolean isSure) {
  public Recommendation {
    candidates = List.copyOf(candidates);
    unknown = List.copyOf(unknown);
  }

  /**
   * A variant that may be taken.
   *
   * @param value the figure's mean, or users; empty where the rule looks at none
   * @param isAtLeast whether the truth may be greater
   * @param isRecommended whether it is the best, or about as good
   */
  public record Candidate(
      String variant, OptionalDouble value, boolean isAtLeast, int starts, boolean isRecommended) {}

  public List<String> recommended() {
    return candidates.stream().filter(Candidate::isRecommended).map(Candidate::variant).toList();
  }

  /**
   * What it says of the paper's recommendation; empty where the paper has none, or nothing keeps.
   */
  public String agreement() {
    List<String> ours = recommended();
    if (need.paper().isEmpty() || ours.isEmpty()) {
      return "";
    }
    if (need.paper().stream().anyMatch(unknown::contains)) {
      return "the paper's is not known";
    }
    if (ours.containsAll(need.paper())) {
      return ours.size() == need.paper().size() ? "as the paper" : "the paper's, and others";
    }
    return Collections.disjoint(ours, need.paper()) ? "not the paper's" : "the paper's in part";
  }
}
