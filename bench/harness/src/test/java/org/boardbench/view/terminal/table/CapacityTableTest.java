package org.boardbench.view.terminal.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.boardbench.results.column.StoredCapacities;
import org.boardbench.results.row.CapacityPart;
import org.boardbench.results.row.CapacityRecord;
import org.junit.jupiter.api.Test;

class CapacityTableTest {
  private static final OptionalDouble NONE = OptionalDouble.empty();

  private final List<CapacityRecord> rows = new ArrayList<>();
  private final List<CapacityRecord> unconfirmed = new ArrayList<>();

  @Test
  void saysOfEachVariantAndObjectiveWhatIsKnownAndHowSurely() {
    result("node-ws", 10, interval(482.6, 461.2, 505, 5), 476, 500, false, 512.25, 701.4);
    result("fastapi", 10, atLeast(3000, 5), 3000, null, true, 1500, 3100);

    assertThat(text())
        .isEqualTo(
            """
             target   p99 ≤  users  95 % interval  lower  upper  per core  per 100 MiB
             -------------------------------------------------------------------------
             node-ws  10 ms    483        461–505    476    500       512          701
             fastapi  10 ms  ≥3000              -   3000      -      1500         3100
             users: the most that keep an RTT p99 of so much, with 0.1 % of the owed lost and 0 dropped at most;
             the geometric mean of fresh starts. per core, per 100 MiB: of those users, by what the server used.
             ≥: at least so many; the driver's limit or the last load came first.
             lower, upper: the highest load that at least half of the starts with a longer hold kept, the lowest
             that more than half violated.
            """);
  }

  @Test
  void anObjectiveThatNoLoadKeepsHasNoNumber() {
    result("node-ws", 10, new CapacityRecord.Capacity(NONE, NONE, NONE, OptionalInt.of(0)), null);

    assertThat(text())
        .containsPattern("node-ws +10 ms +- +- +- +- +- +-\n")
        .doesNotContain("lower,");
  }

  @Test
  void aResultThatIsAtMostHasNoLowerEndAndSaysOfHowManyStarts() {
    open(
        10,
        new CapacityRecord.Capacity(
            OptionalDouble.of(350), NONE, OptionalDouble.of(420), OptionalInt.of(5)),
        false,
        1);
    open(25, atLeast(390, 5), false, 3);

    assertThat(text())
        .containsPattern("node-ws +10 ms +≤350 +≤420 ")
        .containsPattern("node-ws +25 ms +≤390 +- ")
        .contains(" ≤: at most so many; below its first load nothing is known of a start.\n")
        .contains(
            " node-ws, 10 ms: 1 start violated it at the first load; 25 ms: 3 starts violated it at"
                + " the first load.\n")
        .doesNotContain("≥", "three starts");
  }

  @Test
  void aResultOfWhichNothingIsKnownIsUndecidedAndSaysWhy() {
    open(10, new CapacityRecord.Capacity(NONE, NONE, NONE, OptionalInt.of(0)), true, 0);

    assertThat(text())
        .containsPattern("node-ws +10 ms +undecided +- ")
        .contains(" node-ws, 10 ms: undecided, no valid hold decided it.\n")
        .doesNotContain("≥");
  }

  @Test
  void aMeanOfTooFewStartsSaysWhyItHasNoInterval() {
    result(
        "node-ws",
        10,
        new CapacityRecord.Capacity(OptionalDouble.of(173), NONE, NONE, OptionalInt.of(2)),
        null);

    assertThat(text())
        .containsPattern("node-ws +10 ms +173 +- ")
        .contains(" An interval takes three starts that kept the objective under some load.\n");
  }

  @Test
  void objectivesThatDifferInMoreThanTheRttSayInWhat() {
    result("node-ws", 10, interval(483, 461, 505, 5), null);
    rows.add(
        row(
            "node-ws",
            Optional.empty(),
            CapacityPart.RESULT,
            new CapacityRecord.Objective(2, 10, 5, 3),
            interval(600, 590, 610, 5)));

    assertThat(text())
        .contains("p99 ≤, loss %, drops ≤", "10 ms, 0.1, 0", "10 ms, 5, 3")
        .doesNotContain("of the owed lost");
  }

  @Test
  void aVariantWhoseSearchIsNotAtItsEndSaysHowFarItHasCome() {
    for (int start = 1; start <= 2; start++) {
      rows.add(
          row(
              "node-ws",
              Optional.of(new CapacityRecord.Start("node-ws-r" + start, start)),
              CapacityPart.STAIRCASE,
              new CapacityRecord.Objective(1, 10, 0.1, 0),
              CapacityRecord.Capacity.NONE));
    }

    assertThat(text()).isEqualTo(" node-ws: no result yet, 2 starts\n");
  }

  @Test
  void aVariantWhoseConfirmationsAreMissingHasWhatIsKnownWithoutThem() {
    rows.add(
        row(
            "node-ws",
            Optional.of(new CapacityRecord.Start("node-ws-r2", 2)),
            CapacityPart.STAIRCASE,
            new CapacityRecord.Objective(1, 10, 0.1, 0),
            CapacityRecord.Capacity.NONE));
    unconfirmed.add(
        row(
            "node-ws",
            Optional.empty(),
            CapacityPart.RESULT,
            new CapacityRecord.Objective(1, 10, 0.1, 0),
            interval(483, 461, 505, 5)));

    assertThat(text())
        .containsPattern("node-ws +10 ms +483 +461–505 +- +- ")
        .contains(" node-ws: broken off, lower and upper are not confirmed yet\n")
        .doesNotContain("no result yet", "lower, upper:");
  }

  private String text() {
    return new CapacityTable(new StoredCapacities(rows, false), unconfirmed).text();
  }

  private void result(String target, double ms, CapacityRecord.Capacity capacity, Integer lower) {
    result(target, ms, capacity, lower, null, false, Double.NaN, Double.NaN);
  }

  private void result(
      String target,
      double ms,
      CapacityRecord.Capacity capacity,
      Integer lower,
      Integer upper,
      boolean isAtLeast,
      double perCore,
      double perMib) {
    rows.add(
        new CapacityRecord(
            "run",
            target,
            Optional.empty(),
            CapacityPart.RESULT,
            new CapacityRecord.Objective(1, ms, 0.1, 0),
            users(lower),
            users(upper),
            isAtLeast,
            capacity,
            new CapacityRecord.Density(figure(perCore), figure(perMib)),
            CapacityRecord.Censored.NONE));
  }

  private static CapacityRecord row(
      String target,
      Optional<CapacityRecord.Start> start,
      CapacityPart part,
      CapacityRecord.Objective objective,
      CapacityRecord.Capacity capacity) {
    return new CapacityRecord(
        "run",
        target,
        start,
        part,
        objective,
        OptionalInt.empty(),
        OptionalInt.empty(),
        false,
        capacity,
        CapacityRecord.Density.NONE,
        CapacityRecord.Censored.NONE);
  }

  private void open(double ms, CapacityRecord.Capacity capacity, boolean isAtLeast, int atMost) {
    rows.add(
        new CapacityRecord(
            "run",
            "node-ws",
            Optional.empty(),
            CapacityPart.RESULT,
            new CapacityRecord.Objective(1, ms, 0.1, 0),
            OptionalInt.empty(),
            OptionalInt.empty(),
            isAtLeast,
            capacity,
            CapacityRecord.Density.NONE,
            new CapacityRecord.Censored(
                atMost > 0, OptionalInt.of(isAtLeast ? 1 : 0), OptionalInt.of(atMost))));
  }

  private static CapacityRecord.Capacity interval(double users, double low, double high, int of) {
    return new CapacityRecord.Capacity(
        OptionalDouble.of(users),
        OptionalDouble.of(low),
        OptionalDouble.of(high),
        OptionalInt.of(of));
  }

  private static CapacityRecord.Capacity atLeast(double users, int starts) {
    return new CapacityRecord.Capacity(
        OptionalDouble.of(users), NONE, NONE, OptionalInt.of(starts));
  }

  private static OptionalInt users(Integer users) {
    return users == null ? OptionalInt.empty() : OptionalInt.of(users);
  }

  private static OptionalDouble figure(double value) {
    return Double.isNaN(value) ? NONE : OptionalDouble.of(value);
  }
}
