package org.boardbench.trial.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.boardbench.plan.model.CapacitySpec;
import org.boardbench.trial.capacity.SimulatedServer.MeasuredSearch;
import org.boardbench.trial.capacity.SimulatedServer.MeasuredStart;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How right whole searches are, against servers whose capacity is known. Seeds are fixed. */
@Tag("optimized")
class SimulatedSearchesTest {
  private static final int STARTS = 5;
  private static final int CONFIRM_STARTS = 5;
  private static final int SEED = 42;
  private static final double STEP = 1.05;
  private static final double ROUNDING = 1e-9;

  /** Launch, wire check, warm-up of ten seconds, first ramp, and stop. */
  private static final Duration OF_A_START = Duration.ofSeconds(20);

  /** Ramp and drain. */
  private static final Duration AROUND_A_HOLD = Duration.ofSeconds(2);

  @Test
  void aKnownKneeIsFoundWithinOneStepIn95Of100Searches() {
    Random random = new Random(SEED);
    long found =
        IntStream.range(0, 100)
            .map(_ -> anyKnee(random))
            .filter(knee ->
                isWithinOneStep(
                    knee, capacity(SimulatedServer.exact(knee).withSpread(0.03, 0.02), random)))
            .count();

    assertThat(found).isGreaterThanOrEqualTo(95);
  }

  @Test
  void withoutSpreadTheKneeIsAlwaysBetweenTheBoundsWhichAreNeighbours() {
    Random random = new Random(SEED);
    for (int search = 0; search < 100; search++) {
      int knee = anyKnee(random);
      ObjectiveCapacity found = capacity(SimulatedServer.exact(knee), random);

      assertThat(found.lowerBound().orElseThrow()).isLessThanOrEqualTo(knee);
      assertThat(found.upperBound().orElseThrow()).isGreaterThan(knee);
      assertThat(new LoadGrid(20, 6000, STEP).above(found.lowerBound().getAsInt()))
          .isEqualTo(found.upperBound());
    }
  }

  @ParameterizedTest(name = "starts differ by {0}, holds by {1}")
  @CsvSource({"0, 0", "0.03, 0.02", "0.10, 0.03", "0.20, 0.05"})
  void theIntervalHoldsTheTruthIn94Of100Searches(double ofStarts, double ofHolds) {
    Random random = new Random(SEED);
    CapacitySpec spec = SimulatedServer.spec(2, STARTS, 0);
    int searches = 1000;
    int strict = 0;
    int loose = 0;
    int closed = 0;
    for (int search = 0; search < searches; search++) {
      int knee = anyKnee(random);
      SimulatedServer server = SimulatedServer.exact(knee, 2 * knee).withSpread(ofStarts, ofHolds);
      List<ObjectiveCapacity> found = server.search(spec, random).capacities();
      strict += isRight(knee, found.getFirst()) ? 1 : 0;
      loose += isRight(2 * knee, found.getLast()) ? 1 : 0;
      closed += found.getFirst().interval().isPresent() ? 1 : 0;
    }

    assertThat(List.of(strict, loose))
        .allSatisfy(covered -> assertThat(covered).isGreaterThanOrEqualTo(94 * searches / 100));
    assertThat(closed).as("with both ends").isGreaterThanOrEqualTo(80 * searches / 100);
  }

  /** Of those that met both kinds: nobody can know of a kind of start that did not come up. */
  @ParameterizedTest(name = "{0} of the starts have {1} of the usual capacity")
  @CsvSource({"0.2, 0.15", "0.2, 0.4", "0.5, 0.15", "0.5, 0.4", "0.8, 0.15"})
  void startsOfTwoKindsNeverHaveANarrowIntervalThatIsWrong(double share, double factor) {
    Random random = new Random(SEED);
    CapacitySpec spec = SimulatedServer.spec(1, STARTS, 0);
    int met = 0;
    int right = 0;
    for (int search = 0; search < 1000; search++) {
      SimulatedServer server =
          SimulatedServer.exact(anyKnee(random))
              .withSpread(0.03, 0.02)
              .withOtherKind(share, factor);
      MeasuredSearch measured = server.search(spec, random);
      List<MeasuredStart> starts = measured.of(SearchPhase.STAIRCASE);
      long others = starts.stream().filter(MeasuredStart::isOfOtherKind).count();
      if (others > 0 && others < starts.size()) {
        met++;
        right += isRight(server.meanKnee(0), measured.capacities().getFirst()) ? 1 : 0;
      }
    }

    assertThat(met).isGreaterThan(500);
    assertThat(100.0 * right / met).isGreaterThanOrEqualTo(94);
  }

  /** Of so many starts hardly any search meets one kind alone. */
  @Test
  void ofManyStartsOfTwoKindsNoneHasToBeLeftOut() {
    Random random = new Random(SEED);
    CapacitySpec spec = SimulatedServer.spec(1, 10, 0);
    int searches = 500;
    int right = 0;
    for (int search = 0; search < searches; search++) {
      SimulatedServer server =
          SimulatedServer.exact(anyKnee(random)).withSpread(0.03, 0.02).withOtherKind(0.4, 0.2);
      right +=
          isRight(server.meanKnee(0), server.search(spec, random).capacities().getFirst()) ? 1 : 0;
    }

    assertThat(right).isGreaterThanOrEqualTo(94 * searches / 100);
  }

  /** The driver's limit lies between the two kinds. */
  @Test
  void startsBeyondTheDriversLimitLeaveTheUpperEndOpen() {
    Random random = new Random(SEED);
    CapacitySpec spec = SimulatedServer.spec(1, STARTS, 0);
    for (int search = 0; search < 200; search++) {
      int knee = anyKnee(random);
      MeasuredSearch measured =
          SimulatedServer.exact(knee)
              .withSpread(0.03, 0.02)
              .withDriverLimit(knee * 3 / 4)
              .withOtherKind(0.5, 0.5)
              .search(spec, random);
      ObjectiveCapacity found = measured.capacities().getFirst();
      boolean isBeyond =
          measured.of(SearchPhase.STAIRCASE).stream().anyMatch(start -> !start.isOfOtherKind());

      assertThat(found.isAtLeast()).isEqualTo(isBeyond);
      assertThat(found.high().isPresent()).as(found.toString()).isEqualTo(!isBeyond);
      assertThat(found.low().orElse(0)).isLessThan(knee * Math.sqrt(0.5));
    }
  }

  @ParameterizedTest(name = "starts differ by {0}, holds by {1}")
  @CsvSource({"0.03, 0.02, 1.08", "0.10, 0.03, 1.2", "0.20, 0.05, 1.3"})
  void bothBoundsAreNearTheKneeIn90Of100Searches(double ofStarts, double ofHolds, double factor) {
    Random random = new Random(SEED);
    int near = 0;
    for (int search = 0; search < 100; search++) {
      int knee = anyKnee(random);
      ObjectiveCapacity found =
          capacity(SimulatedServer.exact(knee).withSpread(ofStarts, ofHolds), random);
      boolean hasBoth = found.lowerBound().isPresent() && found.upperBound().isPresent();
      near +=
          hasBoth
                  && found.lowerBound().getAsInt() > knee / factor
                  && found.upperBound().getAsInt() < knee * factor
              ? 1
              : 0;
    }

    assertThat(near).isGreaterThanOrEqualTo(90);
  }

  /** Bisection takes four times as many starts for the same spread. */
  @Test
  void sixStartsAndEightyHoldsFindOneCapacity() {
    Random random = new Random(SEED);
    CapacitySpec spec = SimulatedServer.spec(1, STARTS, 0);
    List<MeasuredSearch> searches =
        IntStream.range(0, 100)
            .mapToObj(_ ->
                SimulatedServer.exact(anyKnee(random)).withSpread(0.10, 0.03).search(spec, random))
            .toList();

    assertThat(searches).allSatisfy(search -> assertThat(search.starts()).hasSize(6));
    assertThat(
            searches.stream()
                .mapToInt(search -> search.holds(SearchPhase.STAIRCASE))
                .average()
                .orElseThrow())
        .isLessThan(80);
  }

  @Test
  void sixServersWithFiveObjectivesTakeUnderThreeHours() {
    Random random = new Random(SEED);
    CapacitySpec spec = SimulatedServer.shortSpec(5, STARTS, CONFIRM_STARTS);
    Duration all =
        Stream.of(300, 450, 600, 800, 900, 1100)
            .map(knee ->
                SimulatedServer.exact(
                        knee * 90 / 100, knee * 94 / 100, knee * 97 / 100, knee * 99 / 100, knee)
                    .withSpread(0.03, 0.02)
                    .search(spec, random))
            .map(SimulatedSearchesTest::taken)
            .reduce(Duration.ZERO, Duration::plus);

    assertThat(all).isLessThan(Duration.ofHours(3));
  }

  /** What the command does that is asked to be quick, whether objectives are near or far apart. */
  @ParameterizedTest(name = "the strictest objective at {1} of {0} users")
  @CsvSource({"300, 0.9", "1000, 0.9", "2500, 0.9", "300, 0.5", "1000, 0.5", "2500, 0.5"})
  void aQuickSearchOfOneVariantTakesUnderTwelveMinutes(int knee, double strictest) {
    Random random = new Random(SEED);
    CapacitySpec spec = SimulatedServer.shortSpec(5, 15, 3, 0);
    Integer[] knees =
        IntStream.range(0, 5)
            .mapToObj(objective -> (int) (knee * Math.pow(strictest, (4 - objective) / 4.0)))
            .toArray(Integer[]::new);
    MeasuredSearch search =
        SimulatedServer.exact(knees).withSpread(0.03, 0.02).search(spec, random);

    assertThat(taken(search)).isLessThan(Duration.ofMinutes(12));
  }

  private static ObjectiveCapacity capacity(SimulatedServer server, Random random) {
    CapacitySpec spec = SimulatedServer.spec(1, STARTS, CONFIRM_STARTS);
    return server.search(spec, random).capacities().getFirst();
  }

  /** Evenly from 60 to 1500 users on a scale of factors. */
  private static int anyKnee(Random random) {
    return (int) Math.round(60 * Math.pow(1500 / 60.0, random.nextDouble()));
  }

  private static boolean isWithinOneStep(int knee, ObjectiveCapacity found) {
    double error = Math.abs(Math.log(found.mean().orElseThrow() / knee));
    return error <= Math.log(STEP);
  }

  /**
   * Whether the truth is between the ends; where one is open, which is said, on the right side of
   * the other. One without any end says how far it may be on one side alone.
   */
  private static boolean isRight(double knee, ObjectiveCapacity found) {
    boolean isSaid =
        found.low().isPresent() != found.isAtMost()
            || found.high().isPresent() != found.isAtLeast();
    return isSaid
        && found.low().orElse(0) * (1 - ROUNDING) <= knee
        && knee <= found.high().orElse(Double.MAX_VALUE) * (1 + ROUNDING);
  }

  private static Duration taken(MeasuredSearch search) {
    return search.starts().stream()
        .map(SimulatedSearchesTest::taken)
        .reduce(Duration.ZERO, Duration::plus);
  }

  private static Duration taken(MeasuredStart start) {
    return OF_A_START.plus(start.held()).plus(AROUND_A_HOLD.multipliedBy(start.loads().size()));
  }
}
