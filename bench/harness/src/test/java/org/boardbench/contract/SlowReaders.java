package org.boardbench.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A board with two members and six readers that do not read. */
final class SlowReaders {
  /** Less than the time for which servers put up with a reader that does not read. */
  private static final Duration WITHOUT_DELAY = Duration.ofSeconds(8);

  /** Long enough for a message to come back where nobody holds it up. */
  private static final Duration HELD_UP = Duration.ofSeconds(2);

  private final String board;
  private final ContractClient sender;
  private final ContractClient member;
  private final List<BareSocket> slow = new ArrayList<>();

  SlowReaders(TargetUnderTest target, String board, Consumer<AutoCloseable> connections)
      throws IOException {
    this.board = board;
    this.sender = target.connectTo(board, "u1");
    connections.accept(sender);
    this.member = target.connectTo(board, "u2");
    connections.accept(member);
    for (int i = 0; i < 6; i++) {
      BareSocket reader = target.bare(board, "slow" + i);
      connections.accept(reader);
      slow.add(reader);
    }
  }

  void checkCut() {
    // Over 8 MiB: more than the kernel's buffers and the server's bound for one reader together.
    String text = ContractScene.stroke(board, "x".repeat(60 * 1024));
    for (int i = 0; i < 140; i++) {
      sender.publish(board, text);
      assertThat(sender.nextMessage(WITHOUT_DELAY)).isEqualTo(text);
      assertThat(member.nextMessage(WITHOUT_DELAY)).isEqualTo(text);
    }

    assertThat(slow).allMatch(BareSocket::isRefused);
  }

  void checkHeldUp() throws IOException {
    for (int i = 0; i < 140; i++) {
      String text = ContractScene.stroke(board, i + "x".repeat(60 * 1024));
      sender.publish(board, text);
      for (ContractClient receiver : List.of(sender, member)) {
        Optional<String> received = receiver.messageWithin(HELD_UP);
        if (received.isEmpty()) {
          for (BareSocket reader : slow) {
            reader.close();
          }
          received = Optional.of(receiver.nextMessage());
        }
        assertThat(received).contains(text);
      }
    }
  }
}
