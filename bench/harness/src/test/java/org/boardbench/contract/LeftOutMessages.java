package org.boardbench.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A server that publishes part of the messages only, where more come than it likes. */
final class LeftOutMessages {
  private static final int MANY = 500;
  private static final Duration A_MOMENT = Duration.ofMillis(5);

  private LeftOutMessages() {}

  /** What is published is so to all, in the order of its sender, and goes on after a flood. */
  static void check(ContractClient sender, ContractClient member, String board) {
    List<String> sent = new ArrayList<>();
    List<String> received = new ArrayList<>();
    while (received.isEmpty() || sent.indexOf(received.getLast()) < MANY) {
      String text = ContractScene.stroke(board, "one of many " + sent.size());
      sent.add(text);
      sender.publish(board, text);
      if (sent.size() > MANY) {
        sender.messageWithin(A_MOMENT).ifPresent(received::add);
      }
    }

    assertThat(received).hasSizeLessThan(sent.size());
    assertThat(sent.stream().filter(received::contains)).containsExactlyElementsOf(received);
    for (String text : received) {
      assertThat(member.nextMessage()).isEqualTo(text);
    }
  }
}
