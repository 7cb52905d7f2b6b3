package org.boardbench.micro.fanout.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.boardbench.micro.fanout.Concurrently;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every way of writing promises. */
@Timeout(600)
class FrameWritersTest {
  private static final int BOARDS = 3;
  private static final int MEMBERS = 5;

  /** Not a multiple of what may be pending. */
  private static final int FRAMES = 101;

  static Set<String> writings() {
    return FrameWriters.names();
  }

  @ParameterizedTest
  @MethodSource("writings")
  void everyMemberGetsExactlyTheFramesOfItsBoardInOrder(String writing) throws Exception {
    List<Transcript> transcripts =
        Concurrently.run(BOARDS, board -> () -> publish(writing, frames(board)));

    for (int board = 0; board < BOARDS; board++) {
      byte[] published = Transcript.of(frames(board));
      assertThat(transcripts.get(board).members())
          .hasSize(MEMBERS)
          .allSatisfy(member -> assertThat(member).isEqualTo(published));
    }
  }

  @ParameterizedTest
  @MethodSource("writings")
  void onceSettledEverythingHasArrived(String writing) throws Exception {
    List<ByteBuffer> frames = frames(0);
    Transcript transcript = new Transcript(MEMBERS);
    try (SocketBoard board = open(writing, transcript)) {
      for (int n = 0; n < 20; n++) {
        board.publish(frames.get(n));
        if (n == 2 || n == 7 || n == 19) {
          board.settle();

          byte[] published = Transcript.of(frames.subList(0, n + 1));
          assertThat(transcript.members())
              .allSatisfy(member -> assertThat(member).isEqualTo(published));
        }
      }
    }
  }

  @Test
  void writtenEachAFrameIsOneWrite() throws Exception {
    assertThat(writes("write-each", 10)).containsOnly(1).hasSize(10);
  }

  @Test
  void vectoredEightFramesAreOneWrite() throws Exception {
    assertThat(writes("vectored", 20)).containsExactly(8, 8, 4);
  }

  @Test
  void coalescedEightFramesAreOneWrite() throws Exception {
    assertThat(writes("coalesced", 20)).containsExactly(8, 8, 4);
  }

  /** How many frames of 300 bytes of payload there are in each write. */
  private static List<Integer> writes(String writing, int frames) throws IOException {
    ByteBuffer frame = ServerFrame.of(new byte[300]);
    CountedWrites connection = new CountedWrites(frame.remaining());
    FrameWriter writer = FrameWriters.named(writing).apply(connection);
    for (int n = 0; n < frames; n++) {
      writer.send(frame);
    }
    writer.flush();
    return connection.framesByWrite;
  }

  private static Transcript publish(String writing, List<ByteBuffer> frames) throws IOException {
    Transcript transcript = new Transcript(MEMBERS);
    try (SocketBoard board = open(writing, transcript)) {
      for (ByteBuffer frame : frames) {
        board.publish(frame);
      }
      board.settle();
    }
    return transcript;
  }

  private static SocketBoard open(String writing, Receiver receiver) throws IOException {
    return SocketBoard.open(
        FrameWriters.named(writing), MEMBERS, receiver, SocketBoard.MAX_BEHIND_BYTES);
  }

  /** All different, with headers of each length. */
  private static List<ByteBuffer> frames(int board) {
    int[] lengths = {1, 125, 300, 300, 126, 5000, 65536};
    return IntStream.range(0, FRAMES)
        .mapToObj(
            n -> ServerFrame.of(Transcript.bytes(lengths[n % lengths.length], 1000L * board + n)))
        .toList();
  }

  /** Takes everything at once. */
  private static final class CountedWrites implements Connection {
    private final List<Integer> framesByWrite = new ArrayList<>();
    private final int frameBytes;

    CountedWrites(int frameBytes) {
      this.frameBytes = frameBytes;
    }

    @Override
    public void write(ByteBuffer bytes) {
      framesByWrite.add(bytes.remaining() / frameBytes);
      bytes.position(bytes.limit());
    }

    @Override
    public void write(ByteBuffer[] buffers, int length) {
      framesByWrite.add(length);
    }
  }
}
