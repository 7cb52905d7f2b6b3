package org.boardbench.account.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.boardbench.account.record.Phase;
import org.boardbench.account.record.Stamp;
import org.boardbench.account.record.StampScanner;
import org.junit.jupiter.api.Test;

class SenderMessagesTest {
  private static final int FIRST = 500;

  private final SenderMessages messages = new SenderMessages(FIRST);
  private final StampScanner scanner = new StampScanner(10);

  private int send(long rosterWord, long intendedNs) {
    int sequence =
        messages.open(rosterWord, Phase.Kind.HOLD, 0, intendedNs - 3, intendedNs, intendedNs + 7);
    messages.confirm();
    return sequence;
  }

  private int indexOf(int sequence, long intendedNs) {
    String stamp =
        new Stamp()
            .write(3, sequence, new Phase(Phase.Kind.HOLD, 1), 0, intendedNs, intendedNs + 7)
            .toString();
    byte[] frame = ("{\"stamp\":\"" + stamp + "\"}").getBytes(UTF_8);
    assertThat(scanner.scan(0, frame, 0, frame.length)).isTrue();
    return messages.indexOf(scanner);
  }

  @Test
  void keepsEveryMessageHoweverManyThereAre() {
    for (int n = 0; n < 1000; n++) {
      assertThat(send(n, 10L * n)).isEqualTo(FIRST + n);
    }

    for (int n = 0; n < 1000; n++) {
      assertThat(indexOf(FIRST + n, 10L * n)).isEqualTo(n);
      assertThat(messages.expected(n)).isEqualTo(n);
      assertThat(messages.kind(n)).isEqualTo(Phase.Kind.HOLD);
      assertThat(messages.firstPointNs(n)).isEqualTo(10L * n - 3);
      assertThat(messages.delivered(n)).isZero();
    }
    assertThat(messages.nextSequence()).isEqualTo(FIRST + 1000);
    assertThat(indexOf(FIRST - 1, 0)).isNegative();
    assertThat(indexOf(FIRST + 1000, 10_000)).isNegative();
  }

  @Test
  void aWithdrawnMessageIsUnknownAndItsNumberGoesToTheNext() {
    send(1, 10);
    messages.open(1, Phase.Kind.HOLD, 0, 20, 20, 27);
    messages.withdraw();

    assertThat(indexOf(FIRST + 1, 20)).isNegative();
    assertThat(send(1, 30)).isEqualTo(FIRST + 1);
    assertThat(indexOf(FIRST + 1, 20)).isNegative();
    assertThat(indexOf(FIRST + 1, 30)).isEqualTo(1);
    assertThat(messages.confirmed()).isEqualTo(2);
  }

  @Test
  void theSendersOwnIsToldFromTheOthersAndNothingElseChanges() {
    send(2, 10);
    send(2, 20);
    messages.deliver(0, false, 1);
    assertThat(messages.isReturned(0)).isFalse();

    assertThat(messages.deliver(0, true, 1)).isEqualTo(2);
    assertThat(messages.isReturned(0)).isTrue();
    assertThat(messages.isReturned(1)).isFalse();
    assertThat(messages.delivered(0)).isEqualTo(2);
    assertThat(messages.kind(0)).isEqualTo(Phase.Kind.HOLD);
    assertThat(indexOf(FIRST, 10)).isZero();
  }

  @Test
  void deliveriesOnTwoLoopsAtTheSameMomentBothCount() throws Exception {
    int each = 3_000_000;
    CyclicBarrier start = new CyclicBarrier(2);
    send(2L * each, 10);
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      Future<?> one = threads.submit(() -> deliver(each, start));
      Future<?> two = threads.submit(() -> deliver(each, start));
      one.get();
      two.get();
    }

    assertThat(messages.delivered(0)).isEqualTo(2 * each);
    assertThat(messages.kind(0)).isEqualTo(Phase.Kind.HOLD);
  }

  private Void deliver(int times, CyclicBarrier start) throws Exception {
    start.await();
    for (int n = 0; n < times; n++) {
      messages.deliver(0, false, 1);
    }
    return null;
  }
}
