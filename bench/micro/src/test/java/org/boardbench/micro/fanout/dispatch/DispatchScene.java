package org.boardbench.micro.fanout.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.boardbench.micro.fanout.Concurrently;
import org.boardbench.micro.fanout.Message;
import org.boardbench.micro.fanout.RecordingSink;

/** Several boards on one dispatcher, each with a publisher's thread; all messages are different. */
final class DispatchScene {
  private static final int BOARDS = 3;
  private static final int MESSAGES = 500;

  private final List<List<RecordingSink>> membersByBoard;

  private DispatchScene(List<List<RecordingSink>> membersByBoard) {
    this.membersByBoard = membersByBoard;
  }

  /** Publishes everything and closes the dispatcher, which completes the deliveries. */
  static DispatchScene playedOn(Dispatcher dispatcher, int members) throws Exception {
    List<List<RecordingSink>> membersByBoard;
    try (dispatcher) {
      membersByBoard =
          Concurrently.run(
              BOARDS,
              board ->
                  () -> {
                    List<RecordingSink> sinks =
                        Stream.generate(RecordingSink::new).limit(members).toList();
                    Board open = dispatcher.open(sinks);
                    sequences(board).forEach(n -> open.publish(new Message(n, new byte[1])));
                    return sinks;
                  });
    }
    return new DispatchScene(membersByBoard);
  }

  void requireExactlyOnce() {
    for (int board = 0; board < BOARDS; board++) {
      List<Long> published = sequences(board).boxed().toList();
      assertThat(membersByBoard.get(board))
          .allSatisfy(member -> {
            assertThat(member.overlapped()).isFalse();
            assertThat(member.sequences()).containsExactlyInAnyOrderElementsOf(published);
          });
    }
  }

  void requireOrder() {
    assertThat(membersByBoard)
        .allSatisfy(members ->
            assertThat(members).allSatisfy(member -> assertThat(member.sequences()).isSorted()));
  }

  private static LongStream sequences(int board) {
    return LongStream.range((long) board * MESSAGES, (board + 1L) * MESSAGES);
  }
}
