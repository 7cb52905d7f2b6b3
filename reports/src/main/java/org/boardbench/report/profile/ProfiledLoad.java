package org.boardbench.report.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.boardbench.findings.starts.StoredStage;
import org.boardbench.report.explain.ExplainedPart;
import org.boardbench.report.explain.ExplainedStage;
import org.boardbench.report.explain.Explanation;
import org.boardbench.report.statistics.Variants;
import org.boardbench.report.stored.ProfiledStage;
import org.boardbench.report.stored.StoredRun;
import org.boardbench.results.column.StageCosts;
import org.boardbench.results.row.ProfileCategory;
import org.boardbench.statistics.Estimate;
import org.boardbench.statistics.FigureKind;

/**
 * One variant at one load: where its CPU time goes by the profiled trials, what the parts cost that
 * have microbenchmarks, and what the trials without a profiler have used.
 *
 * @param profiles of the profiled trials, one at least
 * @param measuredUs CPU of a delivery, the mean of the valid starts; NaN where there is none
 * @param microUs by category, of those that have parts in the microbenchmarks
 */
public record ProfiledLoad(
    String variant,
    int users,
    List<ProfiledStage> profiles,
    double measuredUs,
    Map<ProfileCategory, Double> microUs) {
  public ProfiledLoad {
    profiles = List.copyOf(profiles);
    microUs = Map.copyOf(microUs);
  }

  /** Of all variants and loads that were profiled, in the plan's order. */
  public static List<ProfiledLoad> of(StoredRun run, Optional<Explanation> explanation) {
    List<ProfiledLoad> loads = new ArrayList<>();
    List<String> variants =
        run.profiles().stream()
            .map(ProfiledStage::variant)
            .distinct()
            .sorted(Variants.of(run).order())
            .toList();
    for (String variant : variants) {
      List<ProfiledStage> own =
          run.profiles().stream().filter(profile -> profile.variant().equals(variant)).toList();
      for (int users : own.stream().mapToInt(ProfiledStage::users).distinct().sorted().toArray()) {
        List<ProfiledStage> profiles = own.stream().filter(one -> one.users() == users).toList();
        loads.add(
            new ProfiledLoad(
                variant,
                users,
                profiles,
                measuredUs(run, variant, users),
                explanation.map(known -> microUs(known, variant, users)).orElse(Map.of())));
      }
    }
    return loads;
  }

  private static double measuredUs(StoredRun run, String variant, int users) {
    return mean(
        run.stages().stream()
            .filter(StoredStage::isValid)
            .filter(stage -> stage.target().equals(variant) && stage.users() == users)
            .mapToDouble(stage -> stage.figure(StageCosts.CPU_US_PER_DELIVERY)));
  }

  private static Map<ProfileCategory, Double> microUs(
      Explanation explanation, String variant, int users) {
    List<ExplainedStage> stages =
        explanation.stages().stream()
            .filter(one -> one.stage().target().equals(variant) && one.stage().users() == users)
            .toList();
    Map<ProfileCategory, Double> parts = new EnumMap<>(ProfileCategory.class);
    for (ProfileCategory category : ProfileCategory.values()) {
      double us =
          mean(
              stages.stream()
                  .mapToDouble(stage ->
                      stage.parts().stream()
                          .filter(ExplainedPart::isKnown)
                          .filter(part -> part.category() == category)
                          .mapToDouble(ExplainedPart::usPerDelivery)
                          .sum()));
      if (us > 0) {
        parts.put(category, us);
      }
    }
    return parts;
  }

  private static double mean(DoubleStream values) {
    return Estimate.of(FigureKind.COST, values.filter(value -> !Double.isNaN(value)))
        .mean()
        .orElse(Double.NaN);
  }

  /** CPU of a delivery in one category, by the profiled trials; NaN where it was not measured. */
  public double us(ProfileCategory category) {
    return mean(profiles, ProfiledStage::usPerDelivery, category);
  }

  /** The same in percent of all categories. */
  public double sharePct(ProfileCategory category) {
    return mean(profiles, ProfiledStage::sharePct, category);
  }

  private static double mean(
      List<ProfiledStage> profiles,
      Function<ProfiledStage, Map<ProfileCategory, Double>> figures,
      ProfileCategory category) {
    return mean(
        profiles.stream()
            .mapToDouble(one -> figures.apply(one).getOrDefault(category, Double.NaN)));
  }

  /** CPU of a delivery in the profiled trials. */
  public double profiledUs() {
    return mean(profiles.stream().mapToDouble(ProfiledStage::totalUs));
  }

  /** What is of any category but {@code unattributed}, in percent. */
  public double attributedPct() {
    double rest = sharePct(ProfileCategory.UNATTRIBUTED);
    return Double.isNaN(rest) ? Double.NaN : 100 - rest;
  }

  /**
   * How much more the profiled trials used than the others, in percent; NaN where none is valid.
   */
  public double overheadPct() {
    return 100 * (profiledUs() / measuredUs - 1);
  }

  /** Of all profiled trials together. */
  public long samples() {
    return profiles.stream().mapToLong(ProfiledStage::samples).sum();
  }

  /** Those that any of the loads has used anything of. */
  public static List<ProfileCategory> used(List<ProfiledLoad> loads) {
    return Arrays.stream(ProfileCategory.values())
        .filter(category ->
            loads.stream().anyMatch(load -> load.us(category) > 0)
                || loads.stream().anyMatch(load -> load.microUs().containsKey(category)))
        .toList();
  }
}
