package org.boardbench.findings.ranking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.boardbench.findings.starts.RunStarts;
import org.boardbench.statistics.Interval;
import org.boardbench.statistics.NoiseFloor;
import org.boardbench.statistics.Refusal;

/**
 * What a run says, in short. A load is a number of users of a stage in which nothing was made to
 * fail; where a variant keeps one above the first at which it broke, the break is believed.
 *
 * @param confidence of the intervals
 * @param starts the fewest that a variant has
 * @param disturbance in which of the measured stages something was made to fail
 * @param undecided variants of which no load is decided, because too few rows are valid; they have
 *     no say in the rest
 * @param lastKept the greatest load that all others kept; empty where there is none
 * @param mostKept the greatest load that each decided variant kept before any under which it broke
 * @param ranking at that load
 * @param broken the first broken load of each variant that broke, in the plan's order
 * @param mostUsers the greatest load
 */
public record RunSummary(
    double confidence,
    int starts,
    Disturbance disturbance,
    List<String> undecided,
    OptionalInt lastKept,
    Map<String, KeptLoad> mostKept,
    Optional<Ranking> ranking,
    List<BrokenLoad> broken,
    int mostUsers,
    InvalidRows invalidRows) {
  public RunSummary {
    undecided = List.copyOf(undecided);
    mostKept = Map.copyOf(mostKept);
    broken = List.copyOf(broken);
  }

  /** The same where nobody measured what the machine makes of nothing. */
  public static RunSummary of(RunStarts all, List<String> variants, double confidence) {
    return of(all, variants, _ -> false, confidence, Optional.empty());
  }

  /**
   * Of rows of which each variant, repetition and stage has one.
   *
   * @param all starts; a variant that has only failed ones is broken where its servers ended
   * @param variants in the plan's order; those that have not started are left out
   * @param isFloor of these variants: it keeps and breaks as all do, and has no rank
   * @param confidence of the intervals, 0.95 unless the run chose its end by its values
   * @param noise what the machine makes of nothing in the RTT p95; empty where nobody measured it
   */
  public static RunSummary of(
      RunStarts all,
      List<String> variants,
      Predicate<String> isFloor,
      double confidence,
      Optional<NoiseFloor> noise) {
    RunStarts starts = all.undisturbed();
    Disturbance disturbance = Disturbance.of(all.rows().size(), starts.rows().size());
    List<String> started = variants.stream().filter(all.started()::contains).toList();
    List<VariantCourse> decided = new ArrayList<>();
    List<String> undecided = new ArrayList<>();
    for (String variant : disturbance == Disturbance.THROUGHOUT ? List.<String>of() : started) {
      VariantCourse course = VariantCourse.of(variant, starts);
      if (course.isDecided()) {
        decided.add(course);
      } else {
        undecided.add(variant);
      }
    }
    OptionalInt lastKept = lastKept(decided, starts.users());
    return new RunSummary(
        confidence,
        started.stream().mapToInt(one -> all.starts(one).size()).min().orElse(0),
        disturbance,
        undecided,
        lastKept,
        mostKept(decided),
        lastKept.isPresent()
            ? Optional.of(
                Ranking.of(
                    starts,
                    decided.stream().map(VariantCourse::variant).toList(),
                    isFloor,
                    lastKept.getAsInt(),
                    confidence,
                    noise))
            : Optional.empty(),
        decided.stream()
            .flatMap(course -> course.firstBroken().stream())
            .map(BrokenLoad::of)
            .toList(),
        VariantCourse.loads(starts).stream().mapToInt(Integer::intValue).max().orElse(0),
        InvalidRows.of(all.rows()));
  }

  private static OptionalInt lastKept(List<VariantCourse> courses, List<Integer> loads) {
    return courses.isEmpty()
        ? OptionalInt.empty()
        : loads.stream()
            .filter(users -> courses.stream().allMatch(course -> course.hasKept(users)))
            .mapToInt(Integer::intValue)
            .max();
  }

  private static Map<String, KeptLoad> mostKept(List<VariantCourse> courses) {
    Map<String, KeptLoad> most = new LinkedHashMap<>();
    for (VariantCourse course : courses) {
      course.mostKept().ifPresent(load -> most.put(course.variant(), load));
    }
    return most;
  }

  /** The floor, then the ranked ones: who kept more users comes first, then who was faster. */
  public List<Place> bestFirst() {
    return ranking.stream()
        .flatMap(known ->
            Stream.concat(
                known.floor().stream(),
                known.places().stream()
                    .sorted(Comparator.comparingInt(place -> -mostUsersKept(place.variant())))))
        .toList();
  }

  /** The greatest load that it kept before any under which it broke. */
  public Optional<KeptLoad> kept(String variant) {
    return Optional.ofNullable(mostKept.get(variant));
  }

  /** Its users; 0 where there is none. */
  public int mostUsersKept(String variant) {
    return kept(variant).map(KeptLoad::users).orElse(0);
  }

  /** Why nothing is said of what a variant did that neither broke nor kept all. */
  public String notKnown(String variant) {
    int kept = mostUsersKept(variant);
    return "not known" + (kept == 0 ? "" : " above " + kept) + ": too few valid rows";
  }

  /** A sentence after a blank, for readers of what was kept; empty where none is due. */
  public String faultsWords() {
    return disturbance == Disturbance.SOME
        ? " Stages in which something was made to fail have no say in that."
        : "";
  }

  /** Of how many of its rows the stage was one in which something was made to fail. */
  public enum Disturbance {
    NONE,
    SOME,
    /** So that none says which load a server keeps. */
    THROUGHOUT;

    static Disturbance of(int rows, int undisturbed) {
      if (rows == undisturbed) {
        return NONE;
      }
      return undisturbed == 0 ? THROUGHOUT : SOME;
    }
  }

  /** Whether there are starts enough to tell any order from chance. */
  public boolean hasRanks() {
    return starts >= Refusal.LEAST_STARTS;
  }

  /** Whether there is anything that a reader could be told. */
  public boolean isEmpty() {
    return invalidRows.rows() == 0 && broken.isEmpty();
  }

  /** Whether it kept every load of the run. */
  public boolean hasKeptAll(String variant) {
    return mostUsersKept(variant) == mostUsers;
  }

  public Optional<BrokenLoad> broken(String variant) {
    return broken.stream().filter(load -> load.variant().equals(variant)).findFirst();
  }

  /** What to do next, a sentence each, the most useful first. */
  public List<String> nextSteps() {
    return NextSteps.of(this);
  }

  /** What to change so that invalid rows would be valid, a sentence for each reason. */
  public List<String> remedies() {
    return NextSteps.remedies(invalidRows);
  }

  /** {@code 95 %}. */
  public String confidenceWords() {
    return Interval.words(confidence);
  }
}
