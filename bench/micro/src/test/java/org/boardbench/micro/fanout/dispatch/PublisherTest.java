package org.boardbench.micro.fanout.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.boardbench.micro.fanout.Message;
import org.boardbench.micro.fanout.Sink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(600)
class PublisherTest {
  private static final int MEMBERS = 3;
  private static final int PAYLOAD_BYTES = 300;

  /** No delivery of these tests is under way on another thread, so none is worth a wait. */
  private static final Duration NONE = Duration.ZERO;

  @Test
  void noMoreMessagesThanTheWindowHoldsAreUnderWay() {
    HeldDispatcher held = new HeldDispatcher();
    Publisher publisher = new Publisher(held, MEMBERS, PAYLOAD_BYTES, NONE);
    publish(publisher, Window.MESSAGES);

    assertThatIllegalStateException().isThrownBy(publisher::publish);
    assertThat(held.messages).hasSize(Window.MESSAGES);
  }

  @Test
  void aBatchThatHasArrivedEverywhereMakesRoomForAnother() {
    HeldDispatcher held = new HeldDispatcher();
    Publisher publisher = new Publisher(held, MEMBERS, PAYLOAD_BYTES, NONE);
    publish(publisher, Window.MESSAGES);
    held.release(Window.BATCH);

    publish(publisher, Window.BATCH);

    assertThatIllegalStateException().isThrownBy(publisher::publish);
  }

  @Test
  void oneMemberWhoIsBehindHoldsUpTheWindow() {
    HeldDispatcher held = new HeldDispatcher();
    Publisher publisher = new Publisher(held, MEMBERS, PAYLOAD_BYTES, NONE);
    publish(publisher, Window.MESSAGES);
    for (Message message : held.messages) {
      held.sinks.subList(1, MEMBERS).forEach(sink -> sink.accept(message));
    }

    assertThatIllegalStateException().isThrownBy(publisher::publish);
  }

  @Test
  void drainingEndsAnUnfilledBatchAndMayBeRepeated() {
    Publisher publisher = new Publisher(new CallerLock(), MEMBERS, PAYLOAD_BYTES, NONE);
    for (int round = 0; round < 5; round++) {
      publish(publisher, 2 * Window.MESSAGES + 3);
      publisher.drain();
    }
  }

  @Test
  void drainingNothingIsNoFault() {
    new Publisher(new CallerLock(), MEMBERS, PAYLOAD_BYTES, NONE).drain();
  }

  @ParameterizedTest
  @EnumSource(
      value = BrokenDispatcher.Fault.class,
      names = {"DROPS", "DOUBLES"})
  void aDispatcherThatDropsOrDoublesFailsTheBenchmark(BrokenDispatcher.Fault fault) {
    Publisher publisher = new Publisher(new BrokenDispatcher(fault), MEMBERS, PAYLOAD_BYTES, NONE);

    assertThatIllegalStateException()
        .isThrownBy(() -> {
          publish(publisher, 10);
          publisher.drain();
        });
  }

  private static void publish(Publisher publisher, int messages) {
    for (int n = 0; n < messages; n++) {
      publisher.publish();
    }
  }

  /** Delivers when it is told to. */
  private static final class HeldDispatcher implements Dispatcher {
    private final List<Message> messages = new ArrayList<>();
    private List<? extends Sink> sinks = List.of();

    @Override
    public Board open(List<? extends Sink> members) {
      sinks = members;
      return messages::add;
    }

    void release(int number) {
      List<Message> released = messages.subList(0, number);
      released.forEach(message -> sinks.forEach(sink -> sink.accept(message)));
      released.clear();
    }

    @Override
    public void close() {}
  }
}
