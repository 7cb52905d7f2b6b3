package org.boardbench.findings.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.boardbench.results.row.CapacityPart;
import org.boardbench.results.row.CapacityRecord;
import org.junit.jupiter.api.Test;

class CapacityWordsTest {
  private static final OptionalDouble NONE = OptionalDouble.empty();

  @Test
  void aResultWithBothEndsSaysThem() {
    CapacityRecord row = result(users(482.6), users(461.2), users(505), false, 0);

    assertThat(CapacityWords.users(row)).isEqualTo("483");
    assertThat(CapacityWords.interval(row)).isEqualTo("461–505");
    assertThat(CapacityWords.sentence(row))
        .isEqualTo("zoo keeps RTT p99 ≤ 10 ms with 483 users (461 to 505; 5 starts)");
  }

  @Test
  void oneThatIsAtMostSaysSoAndHowManyStartsViolatedAtOnce() {
    CapacityRecord row = result(users(350.4), NONE, users(420), false, 2);

    assertThat(CapacityWords.users(row)).isEqualTo("≤350");
    assertThat(CapacityWords.interval(row)).isEqualTo("≤420");
    assertThat(CapacityWords.sentence(row))
        .isEqualTo(
            "zoo keeps RTT p99 ≤ 10 ms with at most 350 users (up to 420; 5 starts; 2 starts violated"
                + " it at the first load)");
  }

  @Test
  void oneThatIsAtLeastSaysSo() {
    CapacityRecord row = result(users(3000), users(2800), NONE, true, 0);

    assertThat(CapacityWords.users(row)).isEqualTo("≥3000");
    assertThat(CapacityWords.interval(row)).isEqualTo("≥2800");
    assertThat(CapacityWords.sentence(row))
        .isEqualTo("zoo keeps RTT p99 ≤ 10 ms with at least 3000 users (from 2800; 5 starts)");
  }

  @Test
  void oneThatIsKeptUnderNoLoadIsNotUndecided() {
    CapacityRecord row = result(NONE, NONE, NONE, false, 5);

    assertThat(CapacityWords.users(row)).isEmpty();
    assertThat(CapacityWords.sentence(row))
        .isEqualTo("zoo keeps RTT p99 ≤ 10 ms under no load of the search");
  }

  @Test
  void whereNoValidHoldDecidedItIsUndecidedAndSaysWhy() {
    assertThat(CapacityWords.sentence(result(NONE, NONE, NONE, true, 0)))
        .isEqualTo("zoo, RTT p99 ≤ 10 ms: undecided, no valid hold decided it");
    assertThat(CapacityWords.sentence(result(NONE, NONE, NONE, true, 1)))
        .isEqualTo(
            "zoo, RTT p99 ≤ 10 ms: undecided, 1 start violated it at the first load, and too many"
                + " others came to no violation");
  }

  private static OptionalDouble users(double users) {
    return OptionalDouble.of(users);
  }

  private static CapacityRecord result(
      OptionalDouble users,
      OptionalDouble low,
      OptionalDouble high,
      boolean isAtLeast,
      int atMostStarts) {
    return new CapacityRecord(
        "run",
        "zoo",
        Optional.empty(),
        CapacityPart.RESULT,
        new CapacityRecord.Objective(1, 10, 0.1, 0),
        OptionalInt.empty(),
        OptionalInt.empty(),
        isAtLeast,
        new CapacityRecord.Capacity(users, low, high, OptionalInt.of(5)),
        CapacityRecord.Density.NONE,
        new CapacityRecord.Censored(
            atMostStarts > 0, OptionalInt.of(0), OptionalInt.of(atMostStarts)));
  }
}
