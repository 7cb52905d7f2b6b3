package org.boardbench.trial.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import org.boardbench.plan.model.CapacitySpec;
import org.boardbench.trial.capacity.SimulatedServer.MeasuredSearch;
import org.boardbench.trial.capacity.SimulatedServer.MeasuredStart;
import org.junit.jupiter.api.Test;

class LoadSearchTest {
  private static final CapacitySpec ONE_OBJECTIVE = SimulatedServer.spec(1, 5, 5);
  private static final CapacitySpec TWO_OBJECTIVES = SimulatedServer.spec(2, 5, 0);
  private static final LoadOutcome KEPT = new LoadOutcome(20, true, List.of(true));

  /** A usual start in small steps. */
  private static final FreshStart WHOLE = climb(210, 221, 232, 244);

  @Test
  void oneStartGoesUpByHalfUntilTheObjectiveIsViolated() {
    MeasuredSearch search = search(SimulatedServer.exact(500), ONE_OBJECTIVE);

    assertThat(search.of(SearchPhase.BRACKET))
        .singleElement()
        .extracting(MeasuredStart::loads)
        .isEqualTo(List.of(20, 30, 45, 68, 102, 153, 230, 345, 518));
  }

  @Test
  void fiveStartsThenGoUpByOneTwentiethFromWellBelow() {
    MeasuredSearch search = search(SimulatedServer.exact(500), ONE_OBJECTIVE);

    assertThat(search.of(SearchPhase.STAIRCASE))
        .hasSize(5)
        .allSatisfy(start -> {
          assertThat(start.loads().getFirst()).isBetween(229, 350);
          assertThat(start.loads().getLast()).isBetween(501, 525);
          for (int i = 1; i < start.loads().size(); i++) {
            assertThat(start.loads().get(i) / (double) start.loads().get(i - 1))
                .isBetween(1.047, 1.053);
          }
        });
  }

  @Test
  void eachStartHasACapacityOfItsOwn() {
    ObjectiveCapacity found =
        search(SimulatedServer.exact(500).withSpread(0.1, 0), ONE_OBJECTIVE)
            .capacities()
            .getFirst();

    assertThat(found.values()).hasSize(5);
    assertThat(new HashSet<>(found.values())).hasSizeGreaterThan(1);
    assertThat(found.starts())
        .allSatisfy(start ->
            assertThat(start.upper().orElseThrow()).isGreaterThan(start.lower().orElseThrow()));
    assertThat(found.isAtLeast()).isFalse();
  }

  @Test
  void severalObjectivesAreFoundInOnePass() {
    MeasuredSearch search = search(SimulatedServer.exact(100, 1000), TWO_OBJECTIVES);

    assertThat(search.starts()).hasSize(6);
    assertThat(search.capacities())
        .extracting(found -> found.mean().orElseThrow())
        .satisfiesExactly(
            strict -> assertThat(strict).isBetween(95.0, 105.0),
            loose -> assertThat(loose).isBetween(950.0, 1050.0));
  }

  @Test
  void loadsAtWhichNoObjectiveIsInDoubtAreLeftOut() {
    MeasuredSearch search = search(SimulatedServer.exact(100, 1000), TWO_OBJECTIVES);

    assertThat(search.of(SearchPhase.STAIRCASE))
        .allSatisfy(start ->
            assertThat(start.loads())
                .noneMatch(users -> users > 106 && users < 500)
                .anyMatch(users -> users > 500 && users < 720));
  }

  @Test
  void aStartThatIsFarWorseMakesTheNextOnesBeginLower() {
    CapacitySpec spec = SimulatedServer.spec(1, 2, 0);
    FreshStart bracket = climb(200, 300, 450);
    FreshStart worse = climb(210);
    LoadSearch search = new LoadSearch(spec);

    int usual = search.next(List.of(bracket), List.of()).orElseThrow().users();
    int lower = search.next(List.of(bracket, worse), List.of()).orElseThrow().users();

    assertThat(usual).isBetween(200, 210);
    assertThat(lower).isLessThan(150);
  }

  @Test
  void anInvalidRowIsUndecidedAndHeldAgain() {
    LoadOutcome disturbed = new LoadOutcome(30, false, List.of(true));

    assertThat(next(KEPT)).hasValue(30);
    assertThat(next(KEPT, disturbed)).hasValue(30);
    assertThat(next(KEPT, disturbed, disturbed)).hasValue(30);
    assertThat(next(KEPT, disturbed, new LoadOutcome(30, true, List.of(true)))).hasValue(45);
  }

  @Test
  void theBracketPassesOverOneLoadThatStaysUndecidedAndEndsAtTheNext() {
    LoadOutcome disturbed = new LoadOutcome(30, false, List.of(true));
    LoadOutcome limited = new LoadOutcome(45, false, List.of(true));

    assertThat(next(KEPT, disturbed, disturbed, disturbed)).hasValue(45);
    assertThat(next(KEPT, disturbed, disturbed, disturbed, limited)).hasValue(45);
    assertThat(next(KEPT, disturbed, disturbed, disturbed, limited, limited, limited)).isEmpty();
  }

  @Test
  void aStartInSmallStepsEndsAtALoadThatStaysUndecided() {
    LoadSearch search = new LoadSearch(ONE_OBJECTIVE);
    LoadOutcome disturbed = new LoadOutcome(210, false, List.of(true));

    assertThat(search.next(List.of(climb(200, 300, 450)), Collections.nCopies(3, disturbed)))
        .isEmpty();
  }

  @Test
  void startsThatCameToAViolationSayBetterThanADisturbedBracketWhereToBegin() {
    FreshStart disturbed = new FreshStart(List.of(outcome(20, true)));
    LoadSearch search = new LoadSearch(ONE_OBJECTIVE);

    int first = search.next(List.of(disturbed), List.of()).orElseThrow().users();
    int second = search.next(List.of(disturbed, WHOLE), List.of()).orElseThrow().users();

    assertThat(first).isEqualTo(20);
    assertThat(second).isBetween(155, 165);
  }

  @Test
  void nothingIsMeasuredInAStartThatWasOverloaded() {
    assertThat(next(KEPT, new LoadOutcome(30, true, List.of(false)))).isEmpty();
    assertThat(next(KEPT, new LoadOutcome(30, false, List.of(false)))).as("invalid").isEmpty();
  }

  @Test
  void theDriversLimitMakesItAtLeastSoMany() {
    ObjectiveCapacity found =
        search(SimulatedServer.exact(500).withDriverLimit(300), ONE_OBJECTIVE)
            .capacities()
            .getFirst();

    assertThat(found.isAtLeast()).isTrue();
    assertThat(found.mean().orElseThrow()).isBetween(285.0, 300.0);
    assertThat(found.upperBound()).as("never failed").isEmpty();
    assertThat(found.lowerBound().orElseThrow()).isBetween(285, 300);
  }

  @Test
  void theLastLoadMakesItAtLeastSoMany() {
    ObjectiveCapacity found =
        search(SimulatedServer.exact(9000), ONE_OBJECTIVE).capacities().getFirst();

    assertThat(found.isAtLeast()).isTrue();
    assertThat(found.mean().orElseThrow()).isCloseTo(6000, within(1e-6));
    assertThat(found.lowerBound()).hasValue(6000);
    assertThat(found.upperBound()).isEmpty();
  }

  @Test
  void anObjectiveThatTheFirstLoadViolatesHasNoCapacity() {
    ObjectiveCapacity found =
        search(SimulatedServer.exact(10, 500), TWO_OBJECTIVES).capacities().getFirst();

    assertThat(found.mean()).isEmpty();
    assertThat(found.isAtLeast()).isFalse();
    assertThat(found.starts())
        .allSatisfy(start -> {
          assertThat(start.lower()).isEmpty();
          assertThat(start.upper()).hasValue(20);
        });
  }

  @Test
  void aStartThatViolatesAtItsFirstLoadIsAtMostThatLoadAndLeavesTheLowerEndOpen() {
    ObjectiveCapacity found = ofStaircases(WHOLE, WHOLE, climb(210), WHOLE, WHOLE);

    assertThat(found.values()).contains(210.0, Math.sqrt(232 * 244));
    assertThat(found.isAtMost()).isTrue();
    assertThat(found.isAtLeast()).isFalse();
    assertThat(found.atMostStarts()).isEqualTo(1);
    assertThat(found.low()).isEmpty();
    assertThat(found.interval()).isEmpty();
    assertThat(found.high().orElseThrow()).isGreaterThan(244);
    assertThat(found.mean().orElseThrow()).isBetween(230.0, 238.0);
  }

  @Test
  void whereHalfOfTheStartsAreSoItIsNoMoreThanAtMost() {
    ObjectiveCapacity found = ofStaircases(WHOLE, climb(210), climb(135), climb(87), WHOLE);

    assertThat(found.atMostStarts()).isEqualTo(3);
    assertThat(found.mean()).isPresent();
    assertThat(List.of(found.low(), found.high())).containsOnly(OptionalDouble.empty());
  }

  @Test
  void whatIsKeptFarBelowTheFirstViolationDoesNotCloseIt() {
    ObjectiveCapacity found = ofStaircases(WHOLE, WHOLE, climb(101, 210), WHOLE, WHOLE);

    assertThat(found.atMostStarts()).isEqualTo(1);
    assertThat(found.values()).contains(210.0);
  }

  @Test
  void aStartThatCameToNoViolationLeavesTheUpperEndOpen() {
    FreshStart open = new FreshStart(List.of(outcome(210, true), outcome(311, true)));

    ObjectiveCapacity found = ofStaircases(WHOLE, WHOLE, open, WHOLE, WHOLE);

    assertThat(found.isAtLeast()).isTrue();
    assertThat(found.atLeastStarts()).isEqualTo(1);
    assertThat(found.high()).isEmpty();
    assertThat(found.low().orElseThrow()).isBetween(100.0, 232.0);
  }

  @Test
  void atLeastAndAtMostTogetherSayNothing() {
    FreshStart open = new FreshStart(List.of(outcome(210, true), outcome(311, true)));

    ObjectiveCapacity found = ofStaircases(WHOLE, WHOLE, open, climb(210), WHOLE);

    assertThat(found.isAtLeast()).isTrue();
    assertThat(found.isAtMost()).isTrue();
    assertThat(List.of(found.mean(), found.low(), found.high()))
        .containsOnly(OptionalDouble.empty());
  }

  @Test
  void aServerThatEndedUnderALoadHasNotKeptItAndIsNotAtLeastWhatItKeptBefore() {
    FreshStart ended =
        new FreshStart(
            List.of(outcome(210, true), outcome(221, true), LoadOutcome.serverEnded(232, 1)));

    ObjectiveCapacity found = ofStaircases(WHOLE, WHOLE, ended, WHOLE, WHOLE);

    assertThat(found.isAtLeast()).isFalse();
    assertThat(found.values()).contains(Math.sqrt(221 * 232));
    assertThat(found.interval()).isPresent();
  }

  @Test
  void freshStartsConfirmTheCapacityAndRefuteOneStepAboveWithALongerHold() {
    MeasuredSearch search = search(SimulatedServer.exact(500), ONE_OBJECTIVE);
    ObjectiveCapacity found = search.capacities().getFirst();

    assertThat(search.of(SearchPhase.CONFIRMATION))
        .as("three of five that agree decide")
        .hasSize(3)
        .allSatisfy(start -> {
          assertThat(start.loads())
              .containsExactly(found.lowerBound().orElseThrow(), found.upperBound().orElseThrow());
          assertThat(start.held()).isEqualTo(Duration.ofMinutes(2));
        });
    assertThat(found.lowerBound().orElseThrow()).isLessThanOrEqualTo(500);
    assertThat(found.upperBound().orElseThrow()).isGreaterThan(500);
  }

  @Test
  void whatOnlyAShortHoldKeepsIsRefutedAndTheSearchGoesDown() {
    MeasuredSearch search =
        search(SimulatedServer.exact(500).withLongHoldShare(0.9), ONE_OBJECTIVE);
    ObjectiveCapacity found = search.capacities().getFirst();

    assertThat(found.lowerBound().orElseThrow()).isBetween(429, 450);
    assertThat(found.upperBound().orElseThrow()).isBetween(451, 473);
  }

  @Test
  void objectivesWithOneCapacityShareTheirConfirmation() {
    MeasuredSearch search = search(SimulatedServer.exact(499, 500), SimulatedServer.spec(2, 5, 5));

    assertThat(search.of(SearchPhase.CONFIRMATION)).hasSize(3);
    assertThat(search.capacities().getFirst()).isEqualTo(search.capacities().getLast());
  }

  @Test
  void onlyTheLoosestObjectiveIsConfirmedWhereThatIsAskedFor() {
    MeasuredSearch search =
        search(SimulatedServer.exact(300, 500), SimulatedServer.shortSpec(2, 5, 5));

    assertThat(search.of(SearchPhase.CONFIRMATION)).hasSize(3);
    assertThat(search.capacities().getLast().lowerBound().orElseThrow()).isBetween(476, 500);
    assertThat(search.capacities().getFirst().lowerBound()).as("no hold says so").isEmpty();
    assertThat(search.capacities().getFirst().upperBound())
        .as("what the same holds say")
        .isEqualTo(search.capacities().getLast().lowerBound());
  }

  @Test
  void withoutConfirmationThereAreNoBounds() {
    MeasuredSearch search = search(SimulatedServer.exact(500), SimulatedServer.spec(1, 3, 0));

    assertThat(search.of(SearchPhase.STAIRCASE)).hasSize(3);
    assertThat(search.of(SearchPhase.CONFIRMATION)).isEmpty();
    assertThat(search.capacities().getFirst().lowerBound()).isEmpty();
  }

  @Test
  void aServerThatNeverGetsReadyIsGivenUp() {
    LoadSearch search = new LoadSearch(ONE_OBJECTIVE);
    FreshStart none = new FreshStart(List.of());

    assertThat(search.next(List.of(none, none), List.of())).isPresent();
    assertThat(search.next(List.of(none, none, none), List.of())).isEmpty();
    assertThat(search.next(List.of(none, none, climb(20, 30), none), List.of())).isPresent();
    assertThat(search.capacities(Collections.nCopies(3, none)).getFirst().mean()).isEmpty();
  }

  @Test
  void startsWithoutAViolationAreReplacedOnceOthersHaveOne() {
    LoadSearch search = new LoadSearch(SimulatedServer.spec(1, 3, 0));
    FreshStart disturbed = new FreshStart(List.of(outcome(101, true), outcome(106, true)));
    FreshStart whole = climb(101, 106, 111, 117);

    List<FreshStart> withTwo = List.of(climb(20, 100, 150), whole, disturbed, whole);
    List<FreshStart> withThree = List.of(climb(20, 100, 150), whole, disturbed, whole, whole);

    assertThat(search.next(withTwo, List.of())).isPresent();
    assertThat(search.next(withThree, List.of())).isEmpty();
    assertThat(search.capacities(withThree).getFirst().values()).hasSize(3);
    assertThat(search.capacities(withThree).getFirst().isAtLeast()).isFalse();
  }

  @Test
  void whereTooFewStartsCameToAViolationItIsAtLeastWhatTheyKept() {
    LoadSearch search = new LoadSearch(SimulatedServer.spec(1, 3, 0));
    FreshStart disturbed = new FreshStart(List.of(outcome(101, true), outcome(106, true)));
    List<FreshStart> starts = new ArrayList<>(List.of(climb(20, 100, 150), climb(101, 106, 111)));
    starts.addAll(Collections.nCopies(4, disturbed));

    assertThat(search.next(starts, List.of())).as("more would not help").isEmpty();
    assertThat(search.capacities(starts).getFirst().isAtLeast()).isTrue();
    assertThat(search.capacities(starts).getFirst().interval()).isEmpty();
  }

  @Test
  void aLoadThatIsKeptAboveOneThatIsNotIsNoLowerBound() {
    List<FreshStart> starts =
        List.of(
            climb(20, 300, 600),
            climb(400, 476, 500),
            new FreshStart(List.of(outcome(500, true))),
            new FreshStart(List.of(outcome(476, false))),
            new FreshStart(List.of(outcome(400, true))));

    ObjectiveCapacity found =
        new LoadSearch(SimulatedServer.spec(1, 1, 1)).capacities(starts).getFirst();

    assertThat(found.upperBound()).hasValue(476);
    assertThat(found.lowerBound()).hasValue(400);
  }

  /** Of five starts in small steps, after one in large ones. */
  private static ObjectiveCapacity ofStaircases(FreshStart... starts) {
    List<FreshStart> all = new ArrayList<>(List.of(climb(20, 300, 450)));
    all.addAll(List.of(starts));
    return new LoadSearch(SimulatedServer.spec(1, 5, 0)).capacities(all).getFirst();
  }

  private static MeasuredSearch search(SimulatedServer server, CapacitySpec spec) {
    return server.search(spec, new Random(7));
  }

  /** The load after these, in the first start. */
  private static OptionalInt next(LoadOutcome... holds) {
    return new LoadSearch(ONE_OBJECTIVE)
        .next(List.of(), List.of(holds))
        .map(next -> OptionalInt.of(next.users()))
        .orElse(OptionalInt.empty());
  }

  /** A start that kept all of these but the last. */
  private static FreshStart climb(Integer... loads) {
    return new FreshStart(
        List.of(loads).stream()
            .map(users -> outcome(users, !users.equals(loads[loads.length - 1])))
            .toList());
  }

  private static LoadOutcome outcome(int users, boolean isKept) {
    return new LoadOutcome(users, true, List.of(isKept));
  }
}
