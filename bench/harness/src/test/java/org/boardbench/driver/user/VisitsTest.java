package org.boardbench.driver.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.boardbench.driver.user.Visits.Going;
import org.boardbench.plan.model.ChurnSpec;
import org.junit.jupiter.api.Test;

class VisitsTest {
  private static final long S = 1_000_000_000;
  private static final long HOUR = 3_600 * S;
  private static final ChurnSpec SPEC =
      new ChurnSpec(
          Duration.ofSeconds(30), Duration.ofSeconds(5), ChurnSpec.Distribution.LOGNORMAL);

  /** The same times as those of the visits. */
  private final StayTimes expected = times();

  private final DueQueue queue = new DueQueue();
  private final List<String> done = new ArrayList<>();
  private Going going = Going.OUT;
  private boolean closes = true;
  private long goodByeNs;
  private final Visits visits =
      new Visits(
          new Visits.Visitor() {
            @Override
            public Going go(long nowNs, boolean isLast) {
              done.add(isLast ? "must go" : "go");
              return isLast ? Going.OUT : going;
            }

            @Override
            public boolean close(long waitedNs) {
              done.add("close");
              return closes;
            }

            @Override
            public boolean come(long sinceNs) {
              done.add("come");
              return sinceNs >= goodByeNs;
            }
          },
          queue);

  private static StayTimes times() {
    return StayTimes.of(SPEC, 7, 1, 3);
  }

  private void begin(long endNs) {
    visits.begin(times(), 0, endNs, 10 * S);
  }

  private long next() {
    long nextNs = queue.nextNs();
    queue.doNext(nextNs);
    return nextNs;
  }

  @Test
  void aStayEndsInItsTimeAndTheNextOneBeginsWithTheEndOfTheAttemptToJoin() {
    begin(HOUR);
    long leftNs = expected.restOfStayNs();
    assertThat(next()).isEqualTo(leftNs);
    long cameNs = leftNs + expected.outNs();
    assertThat(next()).isEqualTo(cameNs);
    assertThat(queue.nextNs()).as("it joins").isEqualTo(Long.MAX_VALUE);

    visits.arrived(cameNs + S);
    assertThat(next()).isEqualTo(cameNs + S + expected.stayNs());
    assertThat(done).containsExactly("go", "come", "go");
  }

  @Test
  void whoIsOwedSomethingKeepsItsConnectionForThatAndIsOutAllTheSame() {
    going = Going.WAITS;
    closes = false;
    begin(HOUR);
    long leftNs = next();
    long firstLookNs = next();
    assertThat(firstLookNs).isGreaterThan(leftNs);
    closes = true;
    long closedNs = next();
    expected.restOfStayNs();

    assertThat(next()).isEqualTo(Math.max(closedNs, leftNs + expected.outNs()));
    assertThat(done).containsExactly("go", "close", "close", "come");
  }

  @Test
  void whoseGoodByeIsStillUnderWayComesLater() {
    goodByeNs = 10 * S;
    begin(HOUR);
    long leftNs = next();
    long firstNs = next();
    long cameNs = firstNs;
    while (queue.nextNs() != Long.MAX_VALUE) {
      cameNs = next();
    }

    assertThat(firstNs).isLessThan(leftNs + 10 * S);
    assertThat(cameNs).isBetween(leftNs + 10 * S, leftNs + 11 * S);
  }

  @Test
  void whatIsDueHoldsUpALeaverForALimitedTime() {
    going = Going.NOT_YET;
    begin(HOUR);
    long firstNs = next();
    long lastNs = firstNs;
    while (!done.contains("must go")) {
      lastNs = next();
    }

    assertThat(lastNs).isEqualTo(firstNs + 10 * S);
  }

  @Test
  void nobodyLeavesOrComesAfterTheHold() {
    long leaves = expected.restOfStayNs();
    begin(leaves);
    assertThat(queue.nextNs()).isEqualTo(Long.MAX_VALUE);

    begin(leaves + 1);
    next();
    assertThat(done).containsExactly("go");
    assertThat(queue.nextNs()).as("it stays out").isEqualTo(Long.MAX_VALUE);
  }
}
