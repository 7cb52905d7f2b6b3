package org.boardbench.account.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.boardbench.account.ledger.LoopAccounts.Outcome;
import org.boardbench.account.ledger.ScriptedTrial.Message;
import org.boardbench.account.record.ReachTimes;
import org.boardbench.account.result.StageResult;
import org.boardbench.junit.Patience;
import org.boardbench.results.row.MessageCounts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two loops on threads of their own, as in the driver; user u belongs to loop {@code u % 2}. */
@Timeout(600)
class ConcurrentLoopsTest {
  private static final int USERS = 40;
  private static final int[] EVEN = IntStream.range(0, USERS).filter(u -> u % 2 == 0).toArray();
  private static final int[] ODD = IntStream.range(0, USERS).filter(u -> u % 2 == 1).toArray();

  private final ScriptedTrial trial = ScriptedTrial.inHold(USERS, 1, 2);
  private final ExecutorService threads = Executors.newFixedThreadPool(2);

  @AfterEach
  void stop() throws InterruptedException {
    threads.shutdownNow();
    assertThat(threads.awaitTermination(Patience.TIME.toSeconds(), TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void receiversOnDifferentLoopsAddUpToExactlyOneOfEachShareOfAMessage() throws Exception {
    List<Message> messages = new ArrayList<>();
    for (int n = 0; n < 2000; n++) {
      messages.add(trial.send(n % USERS, 1000));
    }

    Future<?> even = threads.submit(() -> messages.forEach(m -> trial.deliverTo(m, 1001, EVEN)));
    Future<?> odd = threads.submit(() -> messages.forEach(m -> trial.deliverTo(m, 1001, ODD)));
    even.get();
    odd.get();

    assertThat(trial.accounts.outstanding()).isZero();
    StageResult result = trial.close();
    assertThat(result.hold().delivered()).isEqualTo(2000L * USERS);
    ReachTimes reach = result.messages().times().reach();
    assertThat(List.of(reach.first(), reach.half(), reach.p95(), reach.p99(), reach.all()))
        .extracting(Histogram::getTotalCount)
        .containsOnly(2000L);
  }

  @Test
  void whileUsersOfOneLoopJoinTheOtherOnesSendsExpectExactlyWhoIsIn() throws Exception {
    ScriptedTrial joining = new ScriptedTrial(USERS, 1, 2);
    joining.open(1);
    joining.loopOf(0).joined(0);
    joining.accounts.hold(0, 1_000_000_000);

    Future<?> joins =
        threads.submit(() -> {
          for (int user : ODD) {
            joining.loopOf(user).joined(user);
          }
        });
    Future<List<Message>> sends =
        threads.submit(() -> IntStream.range(0, 1000).mapToObj(n -> joining.send(0, 1)).toList());
    joins.get();
    // A perfect server that knew at each send who had joined would deliver exactly to those; one
    // that sends everything to everybody must come to the same count.
    for (Message message : sends.get()) {
      joining.deliver(message, 0, 2);
      joining.deliverTo(message, 2, ODD);
    }

    MessageCounts hold = joining.close().hold();
    assertThat(hold.lost()).isZero();
    assertThat(hold.delivered() + joining.accounts.unexpected())
        .isEqualTo(1000L * (ODD.length + 1));
  }

  @Test
  void aStageClosedInAStreamOfDeliveriesHasEachOfThemEitherInItOrLate() throws Exception {
    List<Message> messages = new ArrayList<>();
    for (int n = 0; n < 4000; n++) {
      messages.add(trial.send(n % USERS, 1000));
    }
    CountDownLatch streaming = new CountDownLatch(2);

    List<Future<Long>> streams =
        Stream.of(EVEN, ODD)
            .map(receivers -> threads.submit(() -> stream(messages, receivers, streaming)))
            .toList();
    streaming.await();
    StageResult result = trial.close();
    long counted = 0;
    for (Future<Long> stream : streams) {
      counted += stream.get();
    }

    assertThat(counted).isEqualTo(4000L * USERS);
    assertThat(result.hold().delivered() + trial.accounts.late()).isEqualTo(counted);
    assertThat(result.hold().expected()).isEqualTo(counted);
    assertThat(result.delivery().count()).isEqualTo(result.hold().delivered());
    assertThat(result.receivedInHold()).isEqualTo(result.hold().delivered());
  }

  @Test
  void closingAStageWaitsForTheCallThatALoopIsIn() throws Exception {
    StageGate gate = trial.accounts.loop(0).gate();
    assertThat(gate.enter()).isNotNull();

    Future<StageResult> closing = threads.submit(trial::close);
    while (gate.enter() != null) {
      Thread.onSpinWait();
    }
    assertThatThrownBy(() -> closing.get(50, TimeUnit.MILLISECONDS))
        .isInstanceOf(TimeoutException.class);
    gate.leave();

    assertThat(closing.get().hold().sent()).isZero();
  }

  private long stream(List<Message> messages, int[] receivers, CountDownLatch streaming) {
    long counted = 0;
    for (int n = 0; n < messages.size(); n++) {
      if (n == 100) {
        streaming.countDown();
      }
      for (int receiver : receivers) {
        counted += trial.deliver(messages.get(n), receiver, 1001) == Outcome.COUNTED ? 1 : 0;
      }
    }
    return counted;
  }
}
