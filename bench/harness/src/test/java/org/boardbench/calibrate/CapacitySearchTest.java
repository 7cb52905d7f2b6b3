package org.boardbench.calibrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CapacitySearchTest {
  private final CapacitySearch search = new CapacitySearch(100, 4, 25, 1600);

  @Test
  void goesUpWhileTheDriverIsHonestAndOnceIntoTheMiddleOfWhereItEnds() {
    assertThat(trying(500)).containsExactly(100.0, 400.0, 1600.0, 800.0);
    assertThat(search.limit()).isEqualTo(400);
  }

  @Test
  void theMiddleIsTheLimitWhenItIsHonest() {
    assertThat(trying(900)).containsExactly(100.0, 400.0, 1600.0, 800.0);
    assertThat(search.limit()).isEqualTo(800);
  }

  @Test
  void goesDownWhenTheFirstRateIsTooHigh() {
    assertThat(trying(30)).containsExactly(100.0, 25.0, 50.0);
    assertThat(search.limit()).isEqualTo(25);
  }

  @Test
  void endsAtTheLowestRateWithNothingFound() {
    assertThat(trying(10)).containsExactly(100.0, 25.0);
    assertThat(search.limit()).isZero();
  }

  @Test
  void endsAtTheHighestRateWithoutALimit() {
    assertThat(trying(1e9)).containsExactly(100.0, 400.0, 1600.0);
    assertThat(search.limit()).isEqualTo(1600);
  }

  /** The rates that are tried against a driver that is honest up to {@code truth}. */
  private List<Double> trying(double truth) {
    List<Double> tried = new ArrayList<>();
    while (!search.isOver()) {
      double rate = search.next();
      tried.add(rate);
      search.tried(rate <= truth);
    }
    return tried;
  }
}
