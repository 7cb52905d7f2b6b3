package org.boardbench.micro.fanout.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.boardbench.micro.fanout.Concurrently;
import org.boardbench.micro.fanout.Message;
import org.boardbench.micro.fanout.RecordingSink;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every kind of membership promises. */
@Timeout(600)
class MembershipsTest {
  private static final int VISITS = 200;
  private static final int MESSAGES = 20 * VISITS;

  static Set<String> memberships() {
    return Memberships.names();
  }

  @ParameterizedTest
  @MethodSource("memberships")
  void eachMemberGetsExactlyWhatIsPublishedBetweenJoiningAndLeaving(String name) {
    Membership board = Memberships.named(name);
    List<RecordingSink> members = joined(board, 5);
    RecordingSink joining = new RecordingSink();

    publish(board, 0, 3);
    board.join(joining);
    publish(board, 3, 6);
    board.leave(members.get(0));
    board.leave(members.get(2));
    publish(board, 6, 9);
    board.leave(joining);
    board.join(members.get(2));
    publish(board, 9, 12);

    assertThat(List.of(members.get(1), members.get(3), members.get(4)))
        .allSatisfy(member -> assertThat(member.sequences()).isEqualTo(range(0, 12)));
    assertThat(members.get(0).sequences()).isEqualTo(range(0, 6));
    assertThat(members.get(2).sequences())
        .isEqualTo(Stream.of(range(0, 6), range(9, 12)).flatMap(List::stream).toList());
    assertThat(joining.sequences()).isEqualTo(range(3, 9));
  }

  @ParameterizedTest
  @MethodSource("memberships")
  void whoJoinsTwiceIsInOnceAndAStrangerCannotLeave(String name) {
    Membership board = Memberships.named(name);
    RecordingSink member = joined(board, 1).getFirst();
    board.join(member);
    board.leave(new RecordingSink());

    publish(board, 0, 2);
    board.leave(member);
    publish(board, 2, 4);

    assertThat(member.sequences()).isEqualTo(range(0, 2));
  }

  @ParameterizedTest
  @MethodSource("memberships")
  void whilePublishersPublishMembersMayComeAndGo(String name) throws Exception {
    List<ChurnedBoard> boards =
        IntStream.range(0, 2)
            .mapToObj(n -> new ChurnedBoard(Memberships.named(name), (long) n * MESSAGES))
            .toList();

    Concurrently.run(
        4,
        thread -> {
          ChurnedBoard board = boards.get(thread / 2);
          return thread % 2 == 0 ? board::publishAll : board::churn;
        });

    assertThat(boards).allSatisfy(ChurnedBoard::requireExactlyTheMembersMessages);
  }

  private static List<RecordingSink> joined(Membership board, int members) {
    List<RecordingSink> sinks = Stream.generate(RecordingSink::new).limit(members).toList();
    sinks.forEach(board::join);
    return sinks;
  }

  private static void publish(Membership board, long from, long to) {
    range(from, to).forEach(n -> board.publish(new Message(n, new byte[1])));
  }

  private static List<Long> range(long from, long to) {
    return LongStream.range(from, to).boxed().toList();
  }

  /** A board to which one thread publishes while another lets members come and go. */
  private static final class ChurnedBoard {
    private final List<Visit> visits = new ArrayList<>();
    private final Semaphore unpublished = new Semaphore(0);
    private final Membership board;
    private final List<RecordingSink> staying;
    private final long first;

    /** The messages whose publishing has begun, and has ended, are those below. */
    private volatile long begun;

    private volatile long ended;

    ChurnedBoard(Membership board, long first) {
      this.board = board;
      this.staying = joined(board, 10);
      this.first = first;
      this.begun = first;
      this.ended = first;
    }

    boolean publishAll() throws InterruptedException {
      for (long n = first; n < first + MESSAGES; n++) {
        unpublished.acquire();
        begun = n + 1;
        publish(board, n, n + 1);
        ended = n + 1;
      }
      return true;
    }

    /** Goes on to the next visit while messages of this one may still be published. */
    boolean churn() {
      for (int visit = 0; visit < VISITS; visit++) {
        RecordingSink member = new RecordingSink();
        long mayFrom = ended;
        board.join(member);
        long mustFrom = begun;
        unpublished.release(MESSAGES / VISITS);
        while (ended <= mustFrom && !Thread.currentThread().isInterrupted()) {
          Thread.onSpinWait();
        }
        long mustTo = ended;
        board.leave(member);
        visits.add(new Visit(member, mayFrom, mustFrom, mustTo, begun));
      }
      return true;
    }

    void requireExactlyTheMembersMessages() {
      assertThat(staying)
          .allSatisfy(
              member -> assertThat(member.sequences()).isEqualTo(range(first, first + MESSAGES)));
      assertThat(visits).hasSize(VISITS).allSatisfy(Visit::requireExactlyItsMessages);
    }
  }

  /**
   * A member's time on a board.
   *
   * @param mayFrom the first message that may reach it
   * @param mustFrom the first that must
   * @param mustTo the first that need not
   * @param mayTo the first that must not
   */
  private record Visit(RecordingSink member, long mayFrom, long mustFrom, long mustTo, long mayTo) {
    void requireExactlyItsMessages() {
      List<Long> received = member.sequences();
      assertThat(received).isSorted().doesNotHaveDuplicates();
      assertThat(received).containsAll(range(mustFrom, mustTo));
      assertThat(received).allSatisfy(n -> assertThat(n).isBetween(mayFrom, mayTo - 1));
    }
  }
}
