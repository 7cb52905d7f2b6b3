package org.boardbench.account.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.boardbench.account.ledger.ReceiverWindows.Arrival.DUPLICATE;
import static org.boardbench.account.ledger.ReceiverWindows.Arrival.IN_ORDER;
import static org.boardbench.account.ledger.ReceiverWindows.Arrival.REORDERED;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.boardbench.account.ledger.ReceiverWindows.Arrival;
import org.boardbench.scenario.BoardShare;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiverWindowsTest {
  private final ReceiverWindows windows = new ReceiverWindows(BoardShare.whole(1, 2));

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

  @Test
  void aSequenceNumberThatNeedsAllBitsIsKeptLikeAnyOther() {
    int high = 1 << 30;
    assertThat(arrived(high)).isEqualTo(IN_ORDER);
    assertThat(arrived(high + 1)).isEqualTo(IN_ORDER);
    assertThat(arrived(high + 1)).isEqualTo(DUPLICATE);
    assertThat(arrived(high - 1)).isEqualTo(REORDERED);
    assertThat(arrived((1 << 30) - 70)).isEqualTo(DUPLICATE);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7})
  void messagesInARowAreCountedFromTheFirstOnWhateverItsNumber(int first) {
    assertThat(windows.inRow(0, 1)).isZero();
    for (int i = 1; i <= 64; i++) {
      arrived(first + i - 1);
      assertThat(windows.inRow(0, 1)).isEqualTo(i);
    }
    arrived(first + 64);
    assertThat(windows.inRow(0, 1)).isEqualTo(64);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, (1 << 25) - 200})
  void whateverComesIsToldAsByABookOfAllThatCame(int first) {
    Random random = new Random(7);
    for (int spread : new int[] {1, 2, 5, 40, 70, 200}) {
      ReceiverWindows fresh = windows(100);
      Book book = new Book();
      for (int i = 0; i < 20_000; i++) {
        int place = random.nextInt(100);
        int sequence = Math.max(0, first + i / 100 + random.nextInt(spread) - spread / 2);
        assertThat(fresh.arrived(3, place, sequence)).isEqualTo(book.arrived(place, sequence));
      }
    }
  }

  @Tag("optimized")
  @Test
  void aDeliveryInOrderTakesNoMemoryAndAPairOfUsersFourBytes() {
    int users = 500;
    long covered = allocated(() -> windows(users));
    ReceiverWindows fresh = windows(users);

    long delivered = allocated(() -> deliverAll(fresh, users, 3));

    assertThat(covered).isLessThan((long) users * users * 5);
    assertThat(delivered).isLessThan(users); // what the measuring itself takes
  }

  @Tag("optimized")
  @Test
  void whenEveryPairHasLostAMessageThePairsTakeWhatIsSaid() {
    int users = 500;
    ReceiverWindows fresh = windows(users);
    deliverAll(fresh, users, 1);

    long withGaps = allocated(() -> arriveEverywhere(fresh, users, 2));

    int more = ReceiverWindows.BYTES_WITH_GAPS - ReceiverWindows.BYTES;
    assertThat(withGaps).isLessThan((long) users * users * more);
  }

  private static ReceiverWindows windows(int users) {
    ReceiverWindows fresh = new ReceiverWindows(BoardShare.whole(1, Math.max(users, 4)));
    fresh.coverUsers(users);
    return fresh;
  }

  private static void deliverAll(ReceiverWindows to, int users, int messages) {
    for (int sequence = 0; sequence < messages; sequence++) {
      arriveEverywhere(to, users, sequence);
    }
  }

  private static void arriveEverywhere(ReceiverWindows to, int users, int sequence) {
    for (int receiver = 0; receiver < users; receiver++) {
      for (int place = 0; place < users; place++) {
        to.arrived(receiver, place, sequence);
      }
    }
  }

  /** Bytes that this thread allocates for {@code work}. */
  private static long allocated(Runnable work) {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    work.run();
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  /** Keeps every number, as a window of 64 need not. */
  private static final class Book {
    private final Map<Integer, TreeSet<Integer>> seen = new HashMap<>();

    Arrival arrived(int place, int sequence) {
      TreeSet<Integer> numbers = seen.computeIfAbsent(place, unseen -> new TreeSet<>());
      int highest = numbers.isEmpty() ? -1 : numbers.last();
      if (sequence > highest) {
        numbers.add(sequence);
        return IN_ORDER;
      }
      return highest - sequence < 64 && numbers.add(sequence) ? REORDERED : DUPLICATE;
    }
  }
}
