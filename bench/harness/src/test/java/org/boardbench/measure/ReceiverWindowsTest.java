package org.boardbench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.boardbench.measure.ReceiverWindows.Arrival.DUPLICATE;
import static org.boardbench.measure.ReceiverWindows.Arrival.IN_ORDER;
import static org.boardbench.measure.ReceiverWindows.Arrival.REORDERED;

import org.boardbench.measure.ReceiverWindows.Arrival;
import org.boardbench.plan.WorkloadSpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReceiverWindowsTest {
  private final ReceiverWindows windows =
      new ReceiverWindows(new Boards(new WorkloadSpec(1, 1, 300), 2));

  @BeforeEach
  void cover() {
    windows.coverUsers(2);
  }

  private Arrival arrived(int sequence) {
    return windows.arrived(0, 1, sequence);
  }

  @Test
  void aNewHighestIsInOrderWhateverTheGap() {
    assertThat(arrived(0)).isEqualTo(IN_ORDER);
    assertThat(arrived(1)).isEqualTo(IN_ORDER);
    assertThat(arrived(63)).isEqualTo(IN_ORDER);
    assertThat(arrived(1000)).isEqualTo(IN_ORDER);
  }

  @Test
  void theFirstSeenMayBeAnyNumberAndAnEarlierOneIsReordered() {
    assertThat(arrived(5)).isEqualTo(IN_ORDER);
    assertThat(arrived(0)).isEqualTo(REORDERED);
    assertThat(arrived(0)).isEqualTo(DUPLICATE);
    assertThat(arrived(5)).isEqualTo(DUPLICATE);
  }

  @Test
  void theWindowReaches63BackAndWhatIsOlderCountsAsDuplicate() {
    arrived(100);
    assertThat(arrived(37)).isEqualTo(REORDERED);
    assertThat(arrived(37)).isEqualTo(DUPLICATE);
    assertThat(arrived(36)).isEqualTo(DUPLICATE);
  }

  @Test
  void theWindowMovesWithTheHighest() {
    arrived(0);
    arrived(62);
    arrived(63);
    assertThat(arrived(0)).isEqualTo(DUPLICATE);
    assertThat(arrived(1)).isEqualTo(REORDERED);
    arrived(64);
    assertThat(arrived(1)).isEqualTo(DUPLICATE);
    assertThat(arrived(2)).isEqualTo(REORDERED);
  }

  @Test
  void aGapOfTheWholeWindowForgetsWhatWasSeen() {
    arrived(0);
    arrived(1);
    arrived(65);
    assertThat(arrived(2)).isEqualTo(REORDERED);
    assertThat(arrived(64)).isEqualTo(REORDERED);
  }

  @Test
  void receiversAndSendersDoNotMix() {
    arrived(7);
    assertThat(windows.arrived(0, 0, 7)).isEqualTo(IN_ORDER);
    assertThat(windows.arrived(1, 1, 7)).isEqualTo(IN_ORDER);
  }

  @Test
  void coveringMoreUsersKeepsWhatTheOthersHaveSeen() {
    arrived(7);
    windows.coverUsers(2);
    assertThat(arrived(7)).isEqualTo(DUPLICATE);
  }
}
