package org.boardbench.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.boardbench.contract.Conversation.Difference;
import org.boardbench.sut.manifest.Parameter.Promise;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/**
 * The wire contract of {@code targets/README.md}, against the real servers of {@link
 * SelectedTargets}, and once more with each value of a parameter that breaks a part of it: then all
 * the rest is asked. Here is who gets what in which order; {@link MessageContract} has what a
 * message is. That nothing else has arrived is proved by a later message, not by waiting.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
abstract class TargetContract extends MessageContract {
  TargetContract(TargetVariant variant) {
    super(variant);
  }

  @Test
  void a_join_is_answered_to_the_joiner_alone() {
    ContractClient first = join(board, "u1");

    join(board, "u2");

    first.publish(board, stroke(board, "first"));
    assertNextAndLast(first, stroke(board, "first"));
  }

  @Test
  void a_message_reaches_the_members_of_its_board_sender_included_and_nobody_else() {
    ContractClient sender = join(board, "u1");
    ContractClient member = join(board, "u2");
    ContractClient other = join(board + "-other", "u3");

    sender.publish(board, stroke(board, "hello"));
    other.publish(board + "-other", stroke(board + "-other", "after"));

    assertNextAndLast(sender, stroke(board, "hello"));
    assertNextAndLast(member, stroke(board, "hello"));
    assertNextAndLast(other, stroke(board + "-other", "after"));
  }

  @Test
  void a_message_of_someone_who_has_not_joined_reaches_the_members() {
    assumeFalse(target.has(Difference.MEMBERS_PUBLISH));
    ContractClient member = join(board, "u1");
    ContractClient stranger = join(board + "-other", "u2");

    stranger.publish(board, stroke(board, "hello"));
    assertNextAndLast(member, stroke(board, "hello"));

    stranger.publish(board + "-other", stroke(board + "-other", "after"));
    assertNextAndLast(stranger, stroke(board + "-other", "after"));
  }

  @Test
  void members_whose_connection_is_reset_take_nothing_from_the_others() throws IOException {
    assumeTrue(variant.keeps(Promise.EVERY_MESSAGE));
    ContractClient sender = join(board, "u1");
    ContractClient member = join(board, "u2");

    List<String> sent = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      try (BareSocket vanishing = target.bare(board, "vanishing" + i)) {
        sent.add(publish(sender, "before " + i));
        vanishing.send(target.frame(board, stroke(board, "lost or not")));
      }
      sent.add(publish(sender, "after " + i));
    }
    sent.add(publish(sender, "end"));

    assertAllOf(sent, received(sender, sent.size()));
    assertAllOf(sent, received(member, sent.size()));
  }

  /**
   * A server may still be handing out the message of a visitor who has it already when the next one
   * joins, and so hand it to that one too.
   */
  @Test
  void a_board_that_empties_and_fills_again_loses_nothing() {
    for (int i = 0; i < 30; i++) {
      try (ContractClient member = target.connectTo(board, "u" + i)) {
        member.publish(board, stroke(board, "visit " + i));
        String next = member.nextMessage();
        if (i > 0 && next.equals(stroke(board, "visit " + (i - 1)))) {
          next = member.nextMessage();
        }
        assertThat(next).isEqualTo(stroke(board, "visit " + i));
        assertThat(member.hasUnread()).isFalse();
      }
    }
  }

  @Test
  void each_of_200_users_who_join_at_once_gets_what_is_published_afterwards() throws Exception {
    List<ContractClient> users = JoinsAtOnce.of(200, target, board, this::connected);

    users.getFirst().publish(board, stroke(board, "hello"));
    users.getLast().publish(board, stroke(board, "and all of you"));

    for (ContractClient user : users) {
      assertThat(List.of(user.nextMessage(), user.nextMessage()))
          .containsExactlyInAnyOrder(stroke(board, "hello"), stroke(board, "and all of you"));
    }
  }

  @Test
  void who_joins_while_others_publish_gets_all_that_is_published_from_then_on() throws Exception {
    assumeTrue(variant.keeps(Promise.EVERY_MESSAGE));
    new JoinsAmidMessages(target, board, this::connected).check(12, 5);
  }

  @Test
  void messages_of_one_sender_keep_their_order_at_every_receiver() {
    assumeTrue(variant.keeps(Promise.ORDER));
    checkManyMessagesAtOnce();
  }

  @Test
  void where_their_order_is_not_kept_all_messages_of_one_sender_arrive_all_the_same() {
    assumeFalse(variant.keeps(Promise.ORDER));
    checkManyMessagesAtOnce();
  }

  private void checkManyMessagesAtOnce() {
    assumeTrue(variant.keeps(Promise.EVERY_MESSAGE));
    ContractClient first = join(board, "u1");
    ContractClient second = join(board, "u2");

    List<String> firsts = new ArrayList<>();
    List<String> seconds = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      firsts.add(publish(first, "first " + i));
      seconds.add(publish(second, "second " + i));
    }

    for (ContractClient receiver : List.of(first, second)) {
      List<String> received = received(receiver, 1000);
      assertAllOf(firsts, received.stream().filter(firsts::contains).toList());
      assertAllOf(seconds, received.stream().filter(seconds::contains).toList());
    }
  }

  @Test
  void who_asks_for_the_history_of_a_board_gets_its_last_messages_in_their_order() {
    assumeTrue(target.keepsHistory());
    new BoardHistory(target, board, this::connected).check();
  }

  @Test
  void where_messages_are_left_out_the_others_reach_all_members_in_their_order() {
    assumeFalse(variant.keeps(Promise.EVERY_MESSAGE));
    LeftOutMessages.check(join(board, "u1"), join(board, "u2"), board);
  }

  @Test
  void readers_that_do_not_read_are_cut_and_hold_up_nobody() throws IOException {
    assumeTrue(variant.keeps(Promise.SLOW_READERS) && variant.keeps(Promise.EVERY_MESSAGE));
    new SlowReaders(target, board, this::connected).checkCut();
  }

  @Test
  void where_readers_that_do_not_read_hold_up_the_others_these_get_all_once_they_have_gone()
      throws IOException {
    assumeFalse(variant.keeps(Promise.SLOW_READERS));
    new SlowReaders(target, board, this::connected).checkHeldUp();
  }

  @Test
  void the_official_client_and_users_of_the_driver_get_all_of_each_other() throws Exception {
    assumeTrue(variant.keeps(Promise.EVERY_MESSAGE));
    assumeTrue(OfficialClient.absence().isEmpty(), () -> OfficialClient.absence().orElseThrow());
    new BesideOfficialClient(target, variant.keeps(Promise.ORDER)).check(nextBoard());
  }
}
