package org.boardbench.account.result;

import java.util.List;
import org.boardbench.account.record.Phase;

/**
 * What one driver knows of a stage's messages on boards that other drivers have users of, too: what
 * its users sent and got back, what they got of the others' messages, and who was there when. Only
 * together do the books of all of them say what became of a message.
 *
 * @param unfinished messages that the kernel had not taken as a whole when the stage was closed
 */
public record BoardBooks(
    List<Sent> sent, List<Message> unfinished, List<Received> received, List<Stay> stays) {
  public BoardBooks {
    sent = List.copyOf(sent);
    unfinished = List.copyOf(unfinished);
    received = List.copyOf(received);
    stays = List.copyOf(stays);
  }

  /**
   * What names a message, and what its stamp says of it.
   *
   * @param sequence counts the sender's messages of the trial
   * @param messageClass the number of its class
   * @param intendedNs run clock; {@code sentNs} likewise
   */
  public record Message(
      int sender, int sequence, Phase.Kind kind, int messageClass, long intendedNs, long sentNs) {}

  /**
   * A message of a user of this driver.
   *
   * @param second of the stage for which it was intended, counted from its first
   * @param planned members of its board in the stage, of all drivers
   * @param expected at so many users of this driver
   * @param delivered to so many of them
   * @param latestNs when the last of these arrived; before every time when none did
   */
  public record Sent(
      Message message,
      int board,
      int second,
      int planned,
      int expected,
      int delivered,
      long latestNs) {}

  /**
   * A message of another driver's user that came to expected receivers of this one.
   *
   * @param delivered to so many
   * @param latestNs when the last of these arrived
   */
  public record Received(Message message, int delivered, long latestNs) {}

  /**
   * A user of this driver was a member of a board.
   *
   * @param fromNs what was sent after that is expected at it (run clock)
   * @param untilNs what was sent after that is not
   */
  public record Stay(int board, long fromNs, long untilNs) {}
}
