package org.boardbench.report.claims;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.boardbench.findings.starts.OverStages;
import org.boardbench.findings.starts.RunStarts;
import org.boardbench.findings.starts.Sample;
import org.boardbench.report.claims.Recommendation.Candidate;
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
      case MOST_USERS ->
          MostUsersFound.of(need, run)
              .orElseGet(() -> new MostUsers(starts, need).recommendation());
    };
  }

  private Recommendation enough(Need need) {
    List<Candidate> candidates =
        keepers(need).stream()
            .map(one ->
                new Candidate(one, OptionalDouble.empty(), false, kept(one, need).known(), true))
            .toList();
    return new Recommendation(
        need, "", candidates, unknown(need), !candidates.isEmpty() && isSureOfKeepers(need));
  }

  /** Whether all starts of each variant of the run agree on whether it keeps the limits. */
  private boolean isSureOfKeepers(Need need) {
    return need.among().stream().filter(starts::has).allMatch(one -> kept(one, need).isSure());
  }

  private Recommendation least(Need need) {
    List<Candidate> measured =
        keepers(need).stream()
            .map(one -> measured(one, need))
            .filter(one -> one.value().isPresent())
            .sorted(Comparator.comparingDouble(one -> one.value().getAsDouble()))
            .toList();
    if (measured.isEmpty()) {
      return new Recommendation(need, "", List.of(), unmeasured(need), false);
    }
    String best = measured.getFirst().variant();
    double error = (1 - run.confidence()) / Math.max(1, measured.size() - 1);
    List<Candidate> candidates =
        measured.stream()
            .map(one ->
                new Candidate(
                    one.variant(),
                    one.value(),
                    one.isAtLeast(),
                    one.starts(),
                    isAsGood(one.variant(), best, need, 1 - error)))
            .toList();
    boolean isSure =
        isSureOfKeepers(need)
            && measured.size() == keepers(need).size()
            && candidates.stream().allMatch(one -> one.starts() >= Refusal.LEAST_STARTS)
            && measured.stream().skip(1).allMatch(one -> isComparable(one.variant(), best, need))
            && candidates.stream().filter(Candidate::isRecommended).count() == 1;
    return new Recommendation(need, "", candidates, unmeasured(need), isSure);
  }

  /** Those too that keep the limits, but did not measure the figure. */
  private List<String> unmeasured(Need need) {
    List<String> keepers = keepers(need);
    return need.among().stream()
        .filter(one ->
            kept(one, need).known() == 0
                || (keepers.contains(one) && sample(one, need).values().isEmpty()))
        .toList();
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

  /**
   * Not surely worse by what counts; of too few starts, by the estimates.
   *
   * @param best the least, whose true value may be more where messages never came
   * @param confidence of each of all such comparisons, which share one error: the least of several
   *     may be that by chance
   */
  private boolean isAsGood(String variant, String best, Need need, double confidence) {
    if (variant.equals(best)) {
      return true;
    }
    Sample least = sample(best, need);
    Seen ratio = ratio(variant, best, need);
    double ofFew = least.isAtLeast() ? 0 : ofEstimates(variant, best, need);
    return ratio.bounds(confidence).interval().map(Interval::low).orElse(ofFew)
        <= 1 + need.counts();
  }

  /** Infinite where the other one has something, and the least of all has nothing. */
  private double ofEstimates(String variant, String best, Need need) {
    double least = measured(best, need).value().orElse(Double.NaN);
    double other = measured(variant, need).value().orElse(Double.NaN);
    return other == least ? 1 : other / least;
  }

  /** Not where one of them has starts with nothing of it, of which there is no ratio. */
  private boolean isComparable(String variant, String best, Need need) {
    return ratio(variant, best, need).bounds(run.confidence()).interval().isPresent();
  }

  private Seen ratio(String variant, String best, Need need) {
    Sample least = sample(best, need);
    Sample other = sample(variant, need);
    return new Seen.Quotient(
        Ratio.of(least.starts(), other.starts()),
        other.isAtLeast(),
        least.isAtLeast(),
        run.floor(need.figure().orElseThrow()));
  }

  private List<String> unknown(Need need) {
    return need.among().stream().filter(one -> kept(one, need).known() == 0).toList();
  }

  private List<String> keepers(Need need) {
    return need.among().stream().filter(one -> kept(one, need).isMost()).toList();
  }

  private Keeping kept(String variant, Need need) {
    return Keeping.of(starts.starts(variant), starts.loads(need.where()), need);
  }
}
