package org.boardbench.report.claims;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToIntFunction;
import org.boardbench.findings.starts.OneStart;
import org.boardbench.findings.starts.RunStarts;
import org.boardbench.report.claims.Recommendation.Candidate;
import org.boardbench.statistics.Refusal;

/** Applies the rule of the most users to the loads of a run. */
final class MostUsers {
  private final RunStarts starts;
  private final Need need;
  private final Map<String, List<Carried>> ofVariants = new LinkedHashMap<>();

  MostUsers(RunStarts starts, Need need) {
    this.starts = starts;
    this.need = need;
    need.among().forEach(variant -> ofVariants.put(variant, carried(variant)));
  }

  /**
   * Up to how many users a start keeps all limits.
   *
   * @param least surely
   * @param most perhaps, as rows are invalid or missing; no limit where nothing broke it
   */
  private record Carried(int least, int most) {
    private static final int NO_LIMIT = Integer.MAX_VALUE;

    boolean isKnown() {
      return least > 0 || most < NO_LIMIT;
    }
  }

  /** Of the starts that say anything. */
  private List<Carried> carried(String variant) {
    return starts.starts(variant).stream().map(this::carried).filter(Carried::isKnown).toList();
  }

  private Carried carried(OneStart start) {
    int least = 0;
    int most = 0;
    for (int users : starts.loads(need.where())) {
      Optional<Boolean> isKept = Keeping.isKept(start, List.of(users), need);
      if (isKept.isPresent() && !isKept.get()) {
        return new Carried(least, most);
      }
      least = isKept.isPresent() ? users : least;
      most = users;
    }
    return new Carried(least, start.hasEndedUpTo(Carried.NO_LIMIT) ? most : Carried.NO_LIMIT);
  }

  Recommendation recommendation() {
    int best =
        need.among().stream().mapToInt(variant -> median(variant, Carried::least)).max().orElse(0);
    List<Candidate> candidates =
        need.among().stream()
            .filter(variant -> median(variant, Carried::least) > 0)
            .map(variant -> candidate(variant, best))
            .sorted(
                Comparator.comparingDouble((Candidate one) -> one.value().getAsDouble()).reversed())
            .toList();
    return new Recommendation(need, "", candidates, unknown(), best > 0 && isSure(best));
  }

  private Candidate candidate(String variant, int best) {
    int users = median(variant, Carried::least);
    return new Candidate(
        variant,
        OptionalDouble.of(users),
        median(variant, Carried::most) > users,
        ofVariants.get(variant).size(),
        users == best);
  }

  /** Of an even number the lower of the middle two: a load that most starts keep; 0 of none. */
  private int median(String variant, ToIntFunction<Carried> users) {
    int[] ascending = ofVariants.get(variant).stream().mapToInt(users).sorted().toArray();
    return ascending.length == 0 ? 0 : ascending[(ascending.length - 1) / 2];
  }

  /** Without a start that says anything, or of which nobody knows whether it keeps any load. */
  private List<String> unknown() {
    return need.among().stream()
        .filter(variant ->
            ofVariants.get(variant).isEmpty()
                || (median(variant, Carried::least) == 0 && median(variant, Carried::most) > 0))
        .toList();
  }

  /** Whether each start of each variant of the run is known to carry as many, or fewer. */
  private boolean isSure(int best) {
    return need.among().stream()
        .filter(starts::has)
        .map(ofVariants::get)
        .allMatch(carried ->
            carried.size() >= Refusal.LEAST_STARTS
                && (carried.stream().allMatch(one -> one.least() >= best)
                    || carried.stream().allMatch(one -> one.most() < best)));
  }
}
