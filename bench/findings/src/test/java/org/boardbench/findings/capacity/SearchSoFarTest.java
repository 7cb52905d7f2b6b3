package org.boardbench.findings.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.boardbench.results.row.CapacityPart;
import org.boardbench.results.row.CapacityRecord;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SearchSoFarTest {
  private static final JsonNode PLAN =
      JsonMapper.shared().readTree("{\"capacity\": {\"starts\": 3, \"least-users\": 20}}");

  private final List<CapacityRecord> rows = new ArrayList<>();

  /** It kept 100 and violated the objective at 121: its capacity is in the middle, at 110. */
  private void staircase(int start, int lower, int upper) {
    add(
        CapacityPart.STAIRCASE,
        start,
        OptionalInt.of(lower),
        OptionalInt.of(upper),
        OptionalDouble.of(Math.sqrt((double) lower * upper)));
  }

  private void add(
      CapacityPart part, int start, OptionalInt lower, OptionalInt upper, OptionalDouble users) {
    rows.add(
        new CapacityRecord(
            "run",
            "a",
            part == CapacityPart.RESULT
                ? Optional.empty()
                : Optional.of(new CapacityRecord.Start("a-r" + start, start)),
            part,
            new CapacityRecord.Objective(1, 10, 0.1, 0),
            lower,
            upper,
            upper.isEmpty(),
            CapacityRecord.Capacity.ofStart(users),
            new CapacityRecord.Density(OptionalDouble.of(500), OptionalDouble.empty()),
            CapacityRecord.Censored.ofStart(false)));
  }

  private List<CapacityRecord> results() {
    return new SearchSoFar(rows, PLAN).results();
  }

  @Test
  void whereConfirmationsAreMissingTheMeanOfTheStartsAndItsIntervalAreKnown() {
    staircase(2, 100, 121);
    staircase(3, 100, 121);
    staircase(4, 100, 121);

    CapacityRecord result = results().getFirst();

    assertThat(result.part()).isEqualTo(CapacityPart.RESULT);
    assertThat(result.capacity().users().getAsDouble()).isCloseTo(110, within(1e-9));
    assertThat(result.capacity().low().getAsDouble())
        .as("starts that all end in one step leave its halves open")
        .isCloseTo(100, within(1e-9));
    assertThat(result.capacity().high().getAsDouble()).isCloseTo(121, within(1e-9));
    assertThat(result.capacity().starts()).hasValue(3);
    assertThat(result.density().usersPerCore().getAsDouble()).isCloseTo(500, within(1e-9));
    assertThat(result.density().usersPer100Mib()).isEmpty();
    assertThat(result.lowerUsers()).isEmpty();
    assertThat(result.upperUsers()).isEmpty();
    assertThat(result.isAtLeast()).isFalse();
  }

  @Test
  void whileStartsInSmallStepsAreMissingThereIsNoResult() {
    staircase(2, 100, 121);
    staircase(3, 100, 121);

    assertThat(results()).isEmpty();
  }

  @Test
  void aStartThatCameToNoViolationIsFollowedByAnotherSoThatThereIsNone() {
    staircase(2, 100, 121);
    staircase(3, 100, 121);
    add(
        CapacityPart.STAIRCASE,
        4,
        OptionalInt.of(100),
        OptionalInt.empty(),
        OptionalDouble.of(100));

    assertThat(results()).isEmpty();

    add(
        CapacityPart.CONFIRMATION,
        5,
        OptionalInt.of(100),
        OptionalInt.empty(),
        OptionalDouble.empty());

    assertThat(results())
        .as("the search went on without it")
        .singleElement()
        .extracting(CapacityRecord::isAtLeast)
        .isEqualTo(true);
  }

  @Test
  void aVariantThatHasItsResultNeedsNoOther() {
    staircase(2, 100, 121);
    staircase(3, 100, 121);
    staircase(4, 100, 121);
    add(CapacityPart.RESULT, 0, OptionalInt.of(100), OptionalInt.of(121), OptionalDouble.of(110));

    assertThat(results()).isEmpty();
  }
}
