package org.boardbench.micro.fanout.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Peers that read nothing until the writer waits for them. */
@Timeout(600)
class SlowPeerTest {
  private static final int MEMBERS = 2;
  private static final long NO_BOUND = Long.MAX_VALUE;

  static Set<String> writings() {
    return FrameWriters.names();
  }

  @ParameterizedTest
  @MethodSource("writings")
  void aWriterWhosePeersAreTooFarBehindIsParkedAndThenGoesOn(String writing) throws Exception {
    List<ByteBuffer> frames =
        Stream.iterate(0, n -> n + 1)
            .limit(40)
            .map(n -> ServerFrame.of(Transcript.bytes(300, n)))
            .toList();
    Transcript transcript = new Transcript(MEMBERS);

    publish(
        writing,
        frames,
        1000,
        new HeldReceiver(transcript, writer -> writer.getState() == Thread.State.TIMED_WAITING));

    assertThat(transcript.members())
        .allSatisfy(member -> assertThat(member).isEqualTo(Transcript.of(frames)));
  }

  @ParameterizedTest
  @MethodSource("writings")
  void aWriterWhoseSocketTakesNothingWaitsInTheSelectorAndThenGoesOn(String writing)
      throws Exception {
    List<ByteBuffer> frames =
        Stream.of(1, 2, 3).map(n -> ServerFrame.of(Transcript.bytes(20 * 1024 * 1024, n))).toList();
    Transcript transcript = new Transcript(MEMBERS);

    publish(writing, frames, NO_BOUND, new HeldReceiver(transcript, SlowPeerTest::isSelecting));

    assertThat(transcript.members())
        .allSatisfy(member -> assertThat(member).isEqualTo(Transcript.of(frames)));
  }

  @Test
  void bytesThatDoNotArriveFailTheBenchmark() throws Exception {
    Backlog backlog = new Backlog(NO_BOUND, Duration.ZERO);
    backlog.written(100);
    backlog.arrived(99);

    assertThatIOException().isThrownBy(backlog::awaitAll).withMessageContaining("99 of 100 bytes");
  }

  @Test
  void aPeerThatStoppedReadingFailsTheBenchmark() throws Exception {
    SocketBoard board =
        SocketBoard.open(
            FrameWriters.named("write-each"),
            MEMBERS,
            (member, bytes) -> {
              throw new IllegalStateException("broken peer");
            },
            NO_BOUND);
    board.publish(ServerFrame.of(new byte[300]));

    assertThatIOException().isThrownBy(board::close).withMessageContaining("stopped reading");
  }

  private static void publish(
      String writing, List<ByteBuffer> frames, long maxBehindBytes, Receiver receiver)
      throws IOException {
    try (SocketBoard board =
        SocketBoard.open(FrameWriters.named(writing), MEMBERS, receiver, maxBehindBytes)) {
      for (ByteBuffer frame : frames) {
        board.publish(frame);
      }
      board.settle();
    }
  }

  private static boolean isSelecting(Thread writer) {
    return Arrays.stream(writer.getStackTrace())
        .anyMatch(frame -> frame.getClassName().equals("sun.nio.ch.SelectorImpl"));
  }

  /** Reads nothing more until the thread that made it waits. */
  private static final class HeldReceiver implements Receiver {
    private final Thread writer = Thread.currentThread();
    private final Receiver receiver;
    private final Predicate<Thread> waits;
    private boolean held = true;

    HeldReceiver(Receiver receiver, Predicate<Thread> waits) {
      this.receiver = receiver;
      this.waits = waits;
    }

    @Override
    public void received(int member, ByteBuffer bytes) {
      if (held) {
        awaitWriter();
        held = false;
      }
      receiver.received(member, bytes);
    }

    private void awaitWriter() {
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
      while (!waits.test(writer)) {
        if (System.nanoTime() - deadline > 0) {
          throw new IllegalStateException("the writer does not wait");
        }
        Thread.onSpinWait();
      }
    }
  }
}
