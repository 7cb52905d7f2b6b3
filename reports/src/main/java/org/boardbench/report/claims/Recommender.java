package org.boardbench.report.claims;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.boardbench.findings.starts.OneStart;
import org.boardbench.findings.starts.OverStages;
import org.boardbench.findings.starts.Region;
import org.boardbench.findings.starts.RunStarts;
import org.boardbench.findings.starts.Sample;
import org.boardbench.report.claims.Need.Limit;
import org.boardbench.report.claims.Recommendation.Candidate;
import org.boardbench.statistics.Bounds;
import org.boardbench.statistics.Interval;
import org.boardbench.statistics.Ratio;
import org.boardbench.statistics.Refusal;

/** Applies the rules of {@link Need} to a run. */
final class Recommender {
  private final MeasuredRun run;
  private final RunStarts starts;

  Recommender(MeasuredRun run) {
    this.run = run;
    starts = run.starts();
  }

  Recommendation recommendation(Need need) {
    return switch (need.rule()) {
      case ENOUGH -> enough(need);
      case LEAST -> least(need);
      case MOST_USERS -> mostUsers(need);
    };
  }

  private Recommendation enough(Need need) {
    List<Candidate> candidates =
        keepers(need).stream()
            .map(one ->
                new Candidate(one, OptionalDouble.empty(), false, kept(one, need).known(), true))
            .toList();
    return new Recommendation(need, candidates, unknown(need), isSure(need, candidates));
  }

  /** Whether all starts of each variant agree on whether it keeps the limits. */
  private boolean isSure(Need need, List<Candidate> candidates) {
    return !candidates.isEmpty()
        && need.among().stream()
            .map(one -> kept(one, need))
            .filter(kept -> kept.known() > 0)
            .allMatch(kept -> kept.known() >= Refusal.LEAST_STARTS && kept.isUnanimous());
  }

  private Recommendation least(Need need) {
    List<Candidate> measured =
        keepers(need).stream()
            .map(one -> measured(one, need))
            .filter(one -> one.value().isPresent())
            .sorted(Comparator.comparingDouble(one -> one.value().getAsDouble()))
            .toList();
    if (measured.isEmpty()) {
      return new Recommendation(need, List.of(), unknown(need), false);
    }
    String best = measured.getFirst().variant();
    List<Candidate> candidates =
        measured.stream()
            .map(one ->
                new Candidate(
                    one.variant(),
                    one.value(),
                    one.isAtLeast(),
                    one.starts(),
                    isAsGood(one.variant(), best, need)))
            .toList();
    boolean isSure =
        candidates.stream().allMatch(one -> one.starts() >= Refusal.LEAST_STARTS)
            && candidates.stream().filter(Candidate::isRecommended).count() == 1;
    return new Recommendation(need, candidates, unknown(need), isSure);
  }

  private Candidate measured(String variant, Need need) {
    Sample sample = sample(variant, need);
    return new Candidate(
        variant,
        sample.estimate(need.figure().orElseThrow().kind()).mean(),
        sample.isAtLeast(),
        sample.values().size(),
        false);
  }

  private Sample sample(String variant, Need need) {
    return starts.sample(need.where().of(variant), need.figure().orElseThrow(), OverStages.MEAN);
  }

  /** Not surely worse by what counts; of too few starts, by the estimates. */
  private boolean isAsGood(String variant, String best, Need need) {
    if (variant.equals(best)) {
      return true;
    }
    Ratio ratio = Ratio.of(sample(best, need).starts(), sample(variant, need).starts());
    Bounds bounds = ratio.bounds(Interval.CONFIDENCE, run.floor(need.figure().orElseThrow()));
    double least =
        bounds.interval().isPresent()
            ? bounds.interval().get().low()
            : ratio.estimate().orElse(Double.POSITIVE_INFINITY);
    return least <= 1 + need.counts();
  }

  private Recommendation mostUsers(Need need) {
    List<Integer> medians = need.among().stream().map(one -> median(users(one, need))).toList();
    int most = medians.stream().mapToInt(users -> users).max().orElse(0);
    List<Candidate> candidates =
        IntStream.range(0, need.among().size())
            .filter(i -> medians.get(i) > 0)
            .mapToObj(i -> candidate(need.among().get(i), medians.get(i), most, need))
            .sorted(
                Comparator.comparingDouble((Candidate one) -> one.value().getAsDouble()).reversed())
            .toList();
    boolean isSure =
        most > 0
            && need.among().stream()
                .map(one -> users(one, need))
                .filter(users -> !users.isEmpty())
                .allMatch(users ->
                    users.size() >= Refusal.LEAST_STARTS
                        && (users.stream().allMatch(kept -> kept >= most)
                            || users.stream().allMatch(kept -> kept < most)));
    return new Recommendation(need, candidates, unmeasured(need), isSure);
  }

  private Candidate candidate(String variant, int users, int most, Need need) {
    return new Candidate(
        variant,
        OptionalDouble.of(users),
        users == starts.loads(need.where()).getLast(),
        users(variant, need).size(),
        users == most);
  }

  /** The most users up to which each start keeps the limits at every load, ascending. */
  private List<Integer> users(String variant, Need need) {
    return starts.starts(variant).stream()
        .filter(start -> !start.rows().isEmpty())
        .map(start -> users(start, need))
        .sorted()
        .toList();
  }

  private int users(OneStart start, Need need) {
    int most = 0;
    for (int users : starts.loads(need.where())) {
      Optional<Boolean> isKept = isKept(start, List.of(users), need);
      if (!isKept.orElse(true)) {
        return most;
      }
      most = isKept.isPresent() ? users : most;
    }
    return most;
  }

  /** Of an even number the lower of the middle two: a load that most starts keep. */
  private static int median(List<Integer> ascending) {
    return ascending.isEmpty() ? 0 : ascending.get((ascending.size() - 1) / 2);
  }

  private List<String> unmeasured(Need need) {
    return need.among().stream().filter(one -> users(one, need).isEmpty()).toList();
  }

  private List<String> unknown(Need need) {
    return need.among().stream().filter(one -> kept(one, need).known() == 0).toList();
  }

  private List<String> keepers(Need need) {
    return need.among().stream().filter(one -> kept(one, need).isMost()).toList();
  }

  /** How many starts keep the limits, of those of which that is known. */
  private record Kept(int count, int known) {
    boolean isMost() {
      return 2 * count > known;
    }

    boolean isUnanimous() {
      return count == 0 || count == known;
    }
  }

  private Kept kept(String variant, Need need) {
    List<Boolean> known =
        starts.starts(variant).stream()
            .flatMap(start -> isKept(start, starts.loads(need.where()), need).stream())
            .toList();
    return new Kept((int) known.stream().filter(isKept -> isKept).count(), known.size());
  }

  /** Without limits, where there is a valid row at each load. */
  private static Optional<Boolean> isKept(OneStart start, List<Integer> loads, Need need) {
    if (loads.stream().anyMatch(users -> start.at(users).findAny().isEmpty())) {
      return Optional.empty();
    }
    List<Optional<Boolean>> ofLimits =
        need.keep().stream().map(limit -> isKept(start, loads, limit)).toList();
    if (ofLimits.contains(Optional.of(false))) {
      return Optional.of(false);
    }
    return ofLimits.contains(Optional.<Boolean>empty()) ? Optional.empty() : Optional.of(true);
  }

  private static Optional<Boolean> isKept(OneStart start, List<Integer> loads, Limit limit) {
    return Counting.isWithin(
        start, loads, limit.figure(), Region.below(Math.nextUp(limit.atMost())));
  }
}
