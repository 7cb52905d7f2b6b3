package org.boardbench.micro.fanout.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.boardbench.micro.fanout.Message;
import org.boardbench.micro.fanout.RecordingSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(600)
class QueueOnPoolTest {
  private static final Message FIRST = new Message(0, new byte[1]);
  private static final Message LATE = new Message(1, new byte[1]);

  @Test
  void aMessageThatComesJustAfterTheQueueWasFoundEmptyIsNotForgotten() {
    RecordingSink sink = new RecordingSink();
    LateQueue queue = new LateQueue();
    try (Dispatcher dispatcher = new QueueOnPool(() -> queue)) {
      queue.board = dispatcher.open(List.of(sink));
      queue.board.publish(FIRST);
    }

    assertThat(sink.sequences()).containsExactly(0L, 1L);
  }

  /** Publishes another message between being found empty and saying so. */
  @SuppressWarnings("serial")
  private static final class LateQueue extends ConcurrentLinkedQueue<Message> {
    private Board board;
    private boolean published;

    @Override
    public Message poll() {
      Message message = super.poll();
      if (message == null && !published) {
        published = true;
        board.publish(LATE);
      }
      return message;
    }
  }
}
