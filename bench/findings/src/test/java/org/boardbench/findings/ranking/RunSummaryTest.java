package org.boardbench.findings.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.boardbench.findings.ranking.RunSummary.Disturbance;
import org.boardbench.findings.starts.FailedStart;
import org.boardbench.findings.starts.FaultedStages;
import org.boardbench.findings.starts.RunStarts;
import org.boardbench.findings.starts.StageBuilder;
import org.boardbench.findings.starts.StoredStage;
import org.boardbench.results.column.StageCounts;
import org.boardbench.results.column.StageExtras;
import org.boardbench.results.column.StageTimes;
import org.boardbench.results.reason.InvalidReason;
import org.boardbench.results.row.Bottleneck;
import org.boardbench.statistics.NoiseFloor;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class RunSummaryTest {
  private static final double[] STEADY = {2, 2.01, 2.02};

  private final List<StoredStage> rows = new ArrayList<>();
  private final List<FailedStart> failed = new ArrayList<>();
  private FaultedStages faulted = FaultedStages.NONE;

  @Test
  void ranksAtTheLastLoadThatAllKept() {
    kept("a", 100, 1, 1.01, 1.02);
    kept("b", 100, STEADY);
    kept("a", 300, 9, 9.1, 9.2);
    kept("b", 300, 3, 3.01, 3.02);
    kept("a", 500, STEADY);
    slow("b", 500);

    RunSummary run = summary("a", "b");

    assertThat(run.lastKept()).hasValue(300);
    assertThat(ranks(run)).containsExactly("1 b", "2 a");
    assertThat(run.ranking().orElseThrow().places().getFirst().estimate().mean().orElseThrow())
        .isBetween(3.0, 3.02);
  }

  @Test
  void sharesARankWhereNobodyCanTell() {
    kept("a", 100, 1, 2, 4);
    kept("b", 100, 1.7, 2.9, 5.3);
    kept("c", 100, 90, 91, 92);

    RunSummary run = summary("a", "b", "c");

    assertThat(ranks(run)).containsExactly("1~ a", "1~ b", "3 c");
    assertThat(run.nextSteps())
        .anyMatch(step -> step.matches("REPS=\\d{2}: would tell b from the first of its rank, .*"));
  }

  /** One comparison among many errs more often: all of them share one error. */
  @Test
  void comparesManyVariantsMoreCautiously() {
    kept("a", 100, 1, 1.2, 1.4);
    kept("b", 100, 1.6, 1.8, 2.1);
    assertThat(ranks(summary("a", "b"))).containsExactly("1 a", "2 b");

    for (String variant : List.of("c", "d", "e", "f", "g", "h")) {
      kept(variant, 100, 80, 81, 82);
    }

    assertThat(ranks(summary("a", "b", "c", "d", "e", "f", "g", "h"))).startsWith("1~ a", "1~ b");
  }

  /** By itself p is 0.0075, of ten comparisons the surest has to be below 0.005. */
  @Test
  void allComparisonsThatThereCouldBeShareOneError() {
    kept("a", 100, 2, 2.2, 2.42);
    kept("b", 100, 2.95, 3.245, 3.5695);
    assertThat(ranks(summary("a", "b"))).containsExactly("1 a", "2 b");

    for (String variant : List.of("c", "d", "e")) {
      kept(variant, 100, 2.95, 3.245, 3.5695);
    }

    assertThat(ranks(summary("a", "b", "c", "d", "e")))
        .containsExactly("1~ a", "1~ b", "1~ c", "1~ d", "1~ e");
  }

  @Test
  void variantsThatDifferByLessThanTheMachineMakesOfNothingShareARank() {
    kept("a", 100, STEADY);
    kept("b", 100, 2.4, 2.41, 2.42);
    assertThat(ranks(summary("a", "b"))).containsExactly("1 a", "2 b");

    Optional<NoiseFloor> floor = Optional.of(new NoiseFloor(0.1, 7));

    assertThat(ranks(RunSummary.of(RunStarts.of(rows), List.of("a", "b"), _ -> false, 0.95, floor)))
        .containsExactly("1~ a", "1~ b");
    kept("c", 100, 9, 9.1, 9.2);
    assertThat(
            ranks(
                RunSummary.of(RunStarts.of(rows), List.of("a", "b", "c"), _ -> false, 0.95, floor)))
        .containsExactly("1~ a", "1~ b", "3 c");
  }

  @Test
  void saysOfHowManyStartsALoadWasKept() {
    add(row("a", 1, 100, 2), row("a", 2, 100, 2), row("a", 3, 100, 5_000));
    add(row("b", 1, 100, 2), row("b", 2, 100, 2), row("b", 3, 100, 2).invalid());

    RunSummary run = summary("a", "b");

    assertThat(run.kept("a")).hasValue(new KeptLoad(100, 2, 3));
    assertThat(run.kept("a").orElseThrow().startsWords()).isEqualTo(" (2 of 3 starts)");
    assertThat(run.kept("b").orElseThrow().startsWords()).isEmpty();
  }

  @Test
  void namesTheFirstBrokenLoadAndHowItBroke() {
    kept("a", 100, STEADY);
    for (int start = 1; start <= 3; start++) {
      add(
          row("a", start, 300, 2_000)
              .with(StageExtras.OWED_LOST_PCT, start == 1 ? 0 : 4)
              .with(StageExtras.BOTTLENECK, start == 3 ? "cores" : "thread"));
      add(row("a", start, 500, 2_000).with(StageExtras.BOTTLENECK, "memory"));
    }

    BrokenLoad broken = summary("a").broken("a").orElseThrow();

    assertThat(broken.users()).isEqualTo(300);
    assertThat(broken.breaches())
        .containsExactly(new Counted<>(Breach.SLOW, 3), new Counted<>(Breach.LOST, 2));
    assertThat(broken.breachWords()).isEqualTo("slow, lost");
    assertThat(broken.bottleneck()).hasValue(Bottleneck.THREAD);
    assertThat(broken.bottleneckWords()).isEqualTo("one thread full (2 of 3 starts)");
  }

  @Test
  void aServerBreaksInEachWayThatUsersNotice() {
    add(row("refusing", 1, 100, 2).with(StageCounts.CONNECT_FAILURES, 1));
    add(row("dropping", 1, 100, 2).with(StageCounts.DISCONNECTS, 1));
    add(row("losing", 1, 100, 2).with(StageExtras.OWED_LOST_PCT, 0.11));
    add(row("slow", 1, 100, 1_000));
    add(row("good", 1, 100, 999).with(StageExtras.OWED_LOST_PCT, 0.1));

    RunSummary run = summary("refusing", "dropping", "losing", "slow", "good");

    assertThat(run.broken())
        .extracting(load -> load.variant() + ": " + load.breachWords())
        .containsExactly("refusing: refused", "dropping: dropped", "losing: lost", "slow: slow");
    assertThat(run.broken("refusing").orElseThrow().bottleneckWords()).isEqualTo("not measured");
  }

  @Test
  void mostStartsDecideAndHalfOfThemAreNotEnough() {
    add(row("a", 1, 100, 2), row("a", 2, 100, 2), row("a", 3, 100, 5_000));
    add(row("a", 1, 300, 2), row("a", 2, 300, 5_000), row("a", 3, 300, 2).invalid());

    RunSummary run = summary("a");

    assertThat(run.lastKept()).hasValue(100);
    assertThat(run.broken("a").orElseThrow().users()).isEqualTo(300);
    assertThat(run.broken("a").orElseThrow().starts()).isEqualTo(1);
    assertThat(run.broken("a").orElseThrow().of()).isEqualTo(2);
  }

  @Test
  void aLoadWhoseRowsAreMostlyInvalidIsNeitherKeptNorBroken() {
    kept("a", 100, STEADY);
    add(row("a", 1, 300, 5_000), row("a", 2, 300, 2).invalid(), row("a", 3, 300, 2).invalid());

    RunSummary run = summary("a");

    assertThat(run.lastKept()).hasValue(100);
    assertThat(run.broken()).isEmpty();
  }

  @Test
  void aStartThatHasNoRowCannotSay() {
    kept("a", 100, STEADY);
    add(row("a", 1, 300, 2));

    assertThat(summary("a").lastKept()).hasValue(100);
  }

  @Test
  void aStartHasKeptALoadOnlyWhereAllOfItsRowsThereAreValid() {
    add(row("a", 1, 100, 2), row("a", 1, 100, 2).with(StageCounts.STAGE, "2").invalid());

    assertThat(summary("a").undecided()).containsExactly("a");
  }

  @Test
  void whatIsKeptAboveABreakDoesNotCount() {
    kept("a", 100, STEADY);
    slow("a", 300);
    kept("a", 500, STEADY);

    assertThat(summary("a").lastKept()).hasValue(100);
  }

  @Test
  void aVariantWithoutAnyValidRowHasNoSay() {
    kept("a", 100, STEADY);
    add(
        row("b", 1, 100, 2).invalid(),
        row("b", 2, 100, 2).invalid(),
        row("b", 3, 100, 2).invalid());

    RunSummary run = summary("a", "b", "never-started");

    assertThat(run.undecided()).containsExactly("b");
    assertThat(ranks(run)).containsExactly("1 a");
  }

  @Test
  void aServerThatEndsInARampBrokeUnderThatLoadThoughThereIsNoRow() {
    kept("a", 100, STEADY);
    kept("b", 100, STEADY);
    kept("b", 300, STEADY);
    for (int start = 1; start <= 3; start++) {
      ended("a", start, 300);
    }

    RunSummary run = summary("a", "b");

    BrokenLoad broken = run.broken("a").orElseThrow();
    assertThat(broken.users()).isEqualTo(300);
    assertThat(broken.starts()).isEqualTo(3);
    assertThat(broken.breachWords()).isEqualTo("server ended");
    assertThat(broken.bottleneckWords()).isEqualTo("a exited with status 137 after 9.1 s");
    assertThat(run.lastKept()).hasValue(100);
    assertThat(run.hasKeptAll("a")).isFalse();
    assertThat(run.hasKeptAll("b")).isTrue();
    assertThat(run.nextSteps()).noneMatch(step -> step.contains("no variant broke"));
  }

  @Test
  void whereAServerEndedUnderALoadThatNobodyMeasuredItIsALoadOfTheRun() {
    kept("a", 100, 2, 2.01);
    ended("a", 1, 300);
    ended("a", 2, 300);

    RunSummary run = summary("a");

    assertThat(run.mostUsers()).isEqualTo(300);
    assertThat(run.broken("a").orElseThrow().users()).isEqualTo(300);
  }

  @Test
  void aVariantWhoseServersAllEndedInTheFirstRampIsNotLeftOut() {
    kept("a", 100, STEADY);
    ended("b", 1, 100);

    RunSummary run = summary("a", "b");

    assertThat(run.lastKept()).isEmpty();
    assertThat(run.broken()).extracting(BrokenLoad::variant).containsExactly("b");
  }

  /** The row of the hold in which it ended may look well. */
  @Test
  void aStartWhoseServerEndedHasKeptNeitherThatLoadNorAGreaterOne() {
    kept("a", 100, STEADY);
    kept("a", 300, STEADY);
    kept("a", 500, 2, 2);
    ended("a", 2, 300);
    ended("a", 3, 300);

    RunSummary run = summary("a");

    assertThat(run.lastKept()).hasValue(100);
    assertThat(run.broken("a").orElseThrow().users()).isEqualTo(300);
    assertThat(run.broken("a").orElseThrow().starts()).isEqualTo(2);
    assertThat(run.broken("a").orElseThrow().of()).isEqualTo(3);
  }

  @Test
  void aStartThatFailedOtherwiseHasNeitherKeptNorBrokenWhatItDidNotMeasure() {
    kept("a", 100, STEADY);
    add(row("a", 1, 300, 2));
    failed.add(new FailedStart("a", 2, OptionalInt.empty(), "the disk is full"));
    failed.add(new FailedStart("a", 3, OptionalInt.empty(), "the disk is full"));
    failed.add(new FailedStart("never-ready", 1, OptionalInt.empty(), "not ready after 60 s"));

    RunSummary run = summary("a", "never-ready");

    assertThat(run.lastKept()).hasValue(100);
    assertThat(run.broken()).isEmpty();
    assertThat(run.undecided()).containsExactly("never-ready");
    assertThat(run.nextSteps()).noneMatch(step -> step.contains("no variant broke"));
  }

  @Test
  void countsInvalidRowsByReasonAndSaysItsRemedy() {
    kept("a", 100, STEADY);
    InvalidReason drift = new InvalidReason("drift", "drift 40 % > 25 %");
    InvalidReason stall = new InvalidReason("stall", "stall 81 ms > 50 ms");
    add(row("a", 1, 300, 2).invalid().because(drift, stall));
    add(row("a", 2, 300, 2).invalid().because(drift));

    RunSummary run = summary("a");

    assertThat(run.invalidRows())
        .isEqualTo(
            new InvalidRows(5, 2, List.of(new Counted<>("drift", 2), new Counted<>("stall", 1))));
    assertThat(run.remedies())
        .startsWith(
            "2 of 5 rows are invalid by drift: add a warm-up, or hold longer, and run again");
  }

  @Test
  void saysWhatToDoNext() {
    assertThat(RunSummary.of(RunStarts.of(List.of()), List.of(), 0.95).nextSteps()).isEmpty();

    kept("a", 100, STEADY);
    assertThat(summary("a").nextSteps())
        .containsExactly("more users: no variant broke at up to 100");

    slow("b", 100);
    assertThat(summary("a", "b").nextSteps())
        .containsExactly("fewer users: no load was kept by all, b broke at 100");

    rows.clear();
    kept("a", 100, 2, 2);
    assertThat(summary("a").nextSteps())
        .containsExactly(
            "more users: no variant broke at up to 100",
            "REPS=3: with fewer starts there is no interval, so that no order is sure");
  }

  @Test
  void aLoadThatNobodyCanJudgeIsNoReasonForMoreUsers() {
    kept("a", 100, STEADY);
    add(
        row("a", 1, 300, 2).invalid(),
        row("a", 2, 300, 2).invalid(),
        row("a", 3, 300, 2).invalid());

    assertThat(summary("a").nextSteps()).isEmpty();
  }

  /** As of a server that was killed on purpose, and kept a greater load in peace. */
  @Test
  void stagesInWhichSomethingWasMadeToFailHaveNoSay() {
    kept("a", 600, STEADY);
    slow("a", 300);
    rows.replaceAll(row -> row.users() == 300 ? inStage(2, row) : row);
    faulted =
        FaultedStages.of(
            JsonMapper.shared()
                .readTree(
                    """
                    {"stages": [{"users": 600, "faults": []}, {"users": 300, "faults": [{"kind": "kill"}]}]}
                    """));

    RunSummary run = summary("a");

    assertThat(run.disturbance()).isEqualTo(Disturbance.SOME);
    assertThat(run.lastKept()).hasValue(600);
    assertThat(run.broken()).isEmpty();
    assertThat(run.nextSteps()).isEmpty();
    assertThat(run.invalidRows().rows()).isEqualTo(6);
    ended("a", 4, 300);
    assertThat(summary("a").broken()).isEmpty();
  }

  @Test
  void whereSomethingWasMadeToFailThroughoutNoLoadWasKeptOrBroken() {
    slow("a", 300);
    faulted = new FaultedStages(Set.of(1), Set.of(300));

    RunSummary run = summary("a");

    assertThat(run.disturbance()).isEqualTo(Disturbance.THROUGHOUT);
    assertThat(run.broken()).isEmpty();
    assertThat(run.undecided()).as("nobody asked").isEmpty();
    assertThat(run.nextSteps()).isEmpty();
  }

  private static StoredStage inStage(int number, StoredStage row) {
    return row(row.target(), row.repetition(), row.users(), row.figure(StageTimes.RTT_P95_MS))
        .with(StageCounts.STAGE, Integer.toString(number))
        .build();
  }

  private RunSummary summary(String... variants) {
    return RunSummary.of(RunStarts.of(rows, failed, faulted), List.of(variants), 0.95);
  }

  /** In order: {@code 1~ a} shares its rank. */
  private static List<String> ranks(RunSummary run) {
    return run.ranking().orElseThrow().places().stream()
        .map(place -> place.rank() + (place.isShared() ? "~ " : " ") + place.variant())
        .toList();
  }

  private void ended(String variant, int start, int users) {
    failed.add(
        new FailedStart(
            variant,
            start,
            OptionalInt.of(users),
            variant + " exited with status 137 after 9.1 s; its last lines: Killed"));
  }

  private void kept(String variant, int users, double... rttP95Ms) {
    for (int start = 0; start < rttP95Ms.length; start++) {
      add(row(variant, start + 1, users, rttP95Ms[start]));
    }
  }

  private void slow(String variant, int users) {
    kept(variant, users, 3_000, 3_001, 3_002);
  }

  private void add(StageBuilder... built) {
    for (StageBuilder row : built) {
      rows.add(row.build());
    }
  }

  private static StageBuilder row(String variant, int start, int users, double rttP95Ms) {
    return StageBuilder.row(variant, start, users)
        .with(StageTimes.RTT_P95_MS, rttP95Ms)
        .with(StageCounts.CONNECT_FAILURES, 0)
        .with(StageCounts.DISCONNECTS, 0)
        .with(StageExtras.OWED_LOST_PCT, 0);
  }
}
