package org.boardbench.findings.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.boardbench.findings.recovery.FaultBuilder.kill;
import static org.boardbench.findings.recovery.FaultBuilder.read;

import java.util.Comparator;
import java.util.List;
import org.boardbench.findings.starts.FigureValue;
import org.boardbench.findings.starts.Sample;
import org.boardbench.results.column.RecoveryColumns;
import org.junit.jupiter.api.Test;

class FaultGroupTest {
  private static FaultBuilder recovered(FaultBuilder fault, int ms) {
    return fault.recovery(RecoveryColumns.RECOVERY_MS, Integer.toString(ms));
  }

  private static List<FaultGroup> groups(List<StoredFault> faults) {
    return FaultGroup.of(faults, Comparator.naturalOrder());
  }

  private static FaultGroup only(FaultBuilder... faults) {
    List<FaultGroup> groups = groups(read(faults));
    assertThat(groups).hasSize(1);
    return groups.getFirst();
  }

  @Test
  void theStartIsTheUnitAndSeveralFaultsInOneHaveTheirMean() {
    FaultGroup group =
        only(
            recovered(kill("a", 1).at("10000"), 2000),
            recovered(kill("a", 1).at("25000").number(2), 4000),
            recovered(kill("a", 2), 5000),
            recovered(kill("a", 3), 4000));

    Sample sample = group.sample(RecoveryFigure.RECOVERY);

    assertThat(group.faults()).hasSize(4);
    assertThat(group.starts()).isEqualTo(3);
    assertThat(group.recovered()).isEqualTo(4);
    assertThat(sample.numbers().boxed()).containsExactly(3000.0, 5000.0, 4000.0);
    assertThat(sample.isAtLeast()).isFalse();
    assertThat(sample.estimate(FaultGroup.KIND).mean()).hasValue(4000);
    assertThat(sample.estimate(FaultGroup.KIND).bounds().interval()).isPresent();
  }

  @Test
  void twoStartsHaveNoInterval() {
    FaultGroup group = only(recovered(kill("a", 1), 2000), recovered(kill("a", 2), 3000));

    assertThat(group.sample(RecoveryFigure.RECOVERY).estimate(FaultGroup.KIND).bounds().interval())
        .isEmpty();
  }

  @Test
  void aRecoveryOfZeroCountsAsAnyOther() {
    FaultGroup group =
        only(
            recovered(kill("a", 1), 0),
            recovered(kill("a", 2), 1500),
            recovered(kill("a", 3), 1500));

    assertThat(group.sample(RecoveryFigure.RECOVERY).estimate(FaultGroup.KIND).mean())
        .hasValue(1000);
  }

  /** It came 10 s into a hold of 40 s; of the last six seconds nobody could tell. */
  @Test
  void aFaultThatIsNeverRecoveredIsCountedAsAtLeastAsLongAsItWasWatched() {
    FaultGroup group = only(kill("a", 1).recovery(RecoveryColumns.DROPPED, "300"));

    assertThat(group.faults()).hasSize(1);
    assertThat(group.recovered()).isZero();
    Sample recovery = group.sample(RecoveryFigure.RECOVERY);
    assertThat(recovery.numbers().boxed()).containsExactly(24000.0);
    assertThat(recovery.isAtLeast()).isTrue();
    assertThat(group.sample(RecoveryFigure.BACK_99).values())
        .extracting(Sample.OfStart::shown)
        .containsExactly(new FigureValue(30_000, true));
  }

  @Test
  void whatCameBeforeTheNextFaultIsAllThatIsWatched() {
    FaultGroup group =
        only(
            kill("a", 1).recovery(RecoveryColumns.DROPPED, "300"),
            kill("a", 1)
                .at("22000")
                .number(2)
                .recovery(RecoveryColumns.DROPPED, "300")
                .recovery(RecoveryColumns.BACK_100_MS, "4000"));

    assertThat(group.sample(RecoveryFigure.BACK_100).numbers().boxed()).containsExactly(8000.0);
    assertThat(group.sample(RecoveryFigure.BACK_100).isAtLeast()).isTrue();
  }

  @Test
  void whereNobodyDroppedNobodyIsMissedToComeBack() {
    FaultGroup group = only(recovered(kill("a", 1).recovery(RecoveryColumns.DROPPED, "0"), 1000));

    assertThat(group.sample(RecoveryFigure.BACK_50).values()).isEmpty();
    assertThat(group.sample(RecoveryFigure.AWAY).values()).isEmpty();
    assertThat(group.sample(RecoveryFigure.DETECTION_FIRST).values()).isEmpty();
  }

  @Test
  void whoseStaysEndedMeanwhileAreNotMissedToComeBack() {
    FaultGroup group =
        only(
            recovered(
                kill("a", 1)
                    .recovery(RecoveryColumns.DROPPED, "3")
                    .recovery(RecoveryColumns.LEFT_AWAY, "3")
                    .recovery(RecoveryColumns.AWAY_MAX_MS, "700"),
                1000));

    assertThat(group.sample(RecoveryFigure.BACK_100).values()).isEmpty();
    assertThat(group.sample(RecoveryFigure.AWAY).numbers().boxed()).containsExactly(700.0);
  }

  @Test
  void whatNeverCameAndWhatIsInvalidIsCountedAndInNoNumber() {
    FaultGroup group =
        only(
            recovered(kill("a", 1), 2000),
            recovered(kill("a", 2).invalid(), 9000),
            kill("a", 3).neverCame());

    assertThat(group.faults()).hasSize(1);
    assertThat(group.invalid()).isEqualTo(1);
    assertThat(group.absent()).isEqualTo(1);
    assertThat(group.sample(RecoveryFigure.RECOVERY).numbers().boxed()).containsExactly(2000.0);
  }

  @Test
  void faultsThatDifferInWhatWasPlannedAreInGroupsOfTheirOwn() {
    String plan =
        """
        {"stages": [{"faults": [{"at": "5s", "kind": "kill", "what": "target", "for": "2s"},
                                {"at": "20s", "kind": "kill", "what": "target", "for": "9s"},
                                {"at": "30s", "kind": "stop", "what": "redis", "for": "1s"},
                                {"at": "35s", "kind": "partition", "between": "redis", "for": "1s"}]}]}
        """;
    List<StoredFault> faults =
        read(
            plan,
            kill("a", 1),
            kill("a", 1).number(2).at("20000"),
            FaultBuilder.of("stop", "redis", "a", 1).number(3).at("30000"),
            FaultBuilder.of("partition", "redis", "a", 1).number(4).at("35000"));

    assertThat(groups(faults))
        .extracting(FaultGroup::fault)
        .containsExactly(
            "kill, for 2s", "kill, for 9s", "stop of redis, for 1s", "partition of redis, for 1s");
  }

  @Test
  void theOthersAreThoseWhoStayedConnectedWhileSomeWereAway() {
    FaultBuilder fault =
        FaultBuilder.of("cut", "users", "a", 1)
            .recovery(RecoveryColumns.DROPPED, "150")
            .recovery(RecoveryColumns.DETECTION_LAST_MS, "10")
            .recovery(RecoveryColumns.BACK_100_MS, "3500");
    // The hold begins with second 5, and the fault with second 15.
    fault.second(4, 900);
    for (int second = 5; second < 15; second++) {
      fault.second(second, second);
    }
    fault.second(15, 700).second(16, 20).second(17, 30).second(18, 800);

    FaultGroup group = only(fault);

    assertThat(group.sample(RecoveryFigure.OTHERS_BEFORE).numbers().boxed()).containsExactly(9.5);
    assertThat(group.sample(RecoveryFigure.OTHERS_DURING).numbers().boxed()).containsExactly(25.0);
  }

  @Test
  void whereAllWereHitThereAreNoOthers() {
    FaultGroup group =
        only(kill("a", 1).recovery(RecoveryColumns.DROPPED, "300").second(10, 5).second(16, 5));

    assertThat(group.sample(RecoveryFigure.OTHERS_BEFORE).values()).isEmpty();
    assertThat(group.sample(RecoveryFigure.OTHERS_DURING).values()).isEmpty();
  }
}
