package org.boardbench.driver.io.uring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A ring's queues in plain memory, with a kernel that is a thread of the test. */
@Timeout(600)
class RingQueuesTest {
  private static final int ROUNDS = 100_000;
  private static final int SEND = SubmissionQueue.operation(Abi.OP_SEND, 0, 0);

  private final SimulatedKernel kernel = new SimulatedKernel();

  private void write(int number) {
    kernel.submissions.write(SEND, number, 0, 2L * number, number, 0, 3L * number, 0);
  }

  @Test
  void aSubmissionStandsWhereTheKernelLooksForIt() {
    int operation =
        SubmissionQueue.operation(Abi.OP_RECVMSG, Abi.SQE_BUFFER_SELECT, Abi.RECV_MULTISHOT);
    kernel.submissions.write(operation, 7, 0, 1L << 40, 9, 0, -5, 0);
    assertThat(kernel.hasSubmission()).as("before it is published").isFalse();
    kernel.submissions.publish();

    assertThat(kernel.takeSubmission())
        .isEqualTo(new SimulatedKernel.Submission(10, 32, 2, 7, 1L << 40, 9, -5));
    assertThat(kernel.hasSubmission()).isFalse();
  }

  @Test
  void theQueueIsFullUntilTheKernelHasTakenOne() {
    for (int i = 0; i < SimulatedKernel.SUBMISSIONS; i++) {
      assertThat(kernel.submissions.isFull()).isFalse();
      write(i);
    }
    assertThat(kernel.submissions.isFull()).isTrue();
    assertThat(kernel.submissions.waiting()).isEqualTo(SimulatedKernel.SUBMISSIONS);

    kernel.submissions.publish();
    kernel.takeSubmission();
    kernel.submissions.took(1);

    assertThat(kernel.submissions.isFull()).isFalse();
    assertThat(kernel.submissions.waiting()).isEqualTo(SimulatedKernel.SUBMISSIONS - 1);
  }

  /** What one thread writes the other reads whole, and no place is used twice at a time. */
  @Test
  void aKernelOnAnotherCoreSeesEachSubmissionWhole() throws Exception {
    CompletableFuture<Integer> faults =
        CompletableFuture.supplyAsync(() -> {
          int wrong = 0;
          for (int i = 1; i <= ROUNDS; i++) {
            while (!kernel.hasSubmission()) {
              Thread.onSpinWait();
            }
            SimulatedKernel.Submission seen = kernel.takeSubmission();
            boolean isWhole =
                seen.descriptor() == i
                    && seen.address() == 2L * i
                    && seen.length() == i
                    && seen.userData() == 3L * i;
            wrong += isWhole ? 0 : 1;
          }
          return wrong;
        });
    for (int i = 1; i <= ROUNDS; i++) {
      while (kernel.submissions.isFull()) {
        Thread.onSpinWait();
      }
      write(i);
      kernel.submissions.publish();
    }

    assertThat(faults.get()).isZero();
  }

  /** Buffers and completions together: each arrives whole, and no buffer is filled while in use. */
  @Test
  void whatAKernelOnAnotherCoreReceivesArrivesWholeAndInOrder() throws Exception {
    CompletableFuture<Void> receives =
        CompletableFuture.runAsync(() -> {
          for (int i = 0; i < ROUNDS; i++) {
            int buffer = kernel.receive(1 + i % 48, (byte) i, i);
            kernel.complete(i, i, buffer << Abi.CQE_BUFFER_SHIFT | Abi.CQE_BUFFER | Abi.CQE_MORE);
          }
        });
    for (int i = 0; i < ROUNDS; i++) {
      int place = kernel.completions.head();
      while (place == kernel.completions.tail()) {
        Thread.onSpinWait();
      }
      int flags = kernel.completions.flags(place);
      int buffer = Completions.buffer(flags);
      assertThat(kernel.completions.userData(place)).isEqualTo(i);
      assertThat(kernel.completions.result(place)).isEqualTo(i);
      assertThat(Completions.hasBuffer(flags) && Completions.hasMore(flags)).isTrue();
      kernel.completions.take();
      assertThat(kernel.buffers.arrivalNs(buffer)).isEqualTo(SimulatedKernel.arrival(i));
      assertThat(holdsOnly(kernel.buffers.taken(buffer), 1 + i % 48, (byte) i)).isTrue();
    }

    receives.get();
    assertThat(kernel.buffersLeft()).isEqualTo(SimulatedKernel.BUFFERS);
  }

  private static boolean holdsOnly(ByteBuffer bytes, int count, byte value) {
    boolean isSo = bytes.remaining() == count;
    while (bytes.hasRemaining()) {
      isSo &= bytes.get() == value;
    }
    return isSo;
  }

  @Test
  void aCompletionThatWasHandledBeforeItsTurnIsNobodysWhenItComes() {
    kernel.complete(1, 10, 0);
    kernel.complete(2, 20, 0);

    kernel.completions.replace(kernel.completions.head() + 1, 99);
    kernel.completions.take();

    assertThat(kernel.completions.userData(kernel.completions.head())).isEqualTo(99);
    assertThat(kernel.completions.tail() - kernel.completions.head()).isEqualTo(1);
  }

  @Test
  void aKernelThatHasNoRoomForCompletionsOrLosesThemIsHeard() {
    assertThat(kernel.submissions.hasOverflow()).isFalse();
    assertThat(kernel.completions.lost()).isZero();

    kernel.say(Abi.SQ_CQ_OVERFLOW, 3);

    assertThat(kernel.submissions.hasOverflow()).isTrue();
    assertThat(kernel.completions.lost()).isEqualTo(3);
  }
}
