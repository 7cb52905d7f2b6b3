package org.boardbench.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.boardbench.contract.Conversation.Difference;
import org.boardbench.host.command.HostEnvironment;
import org.boardbench.input.InputException;
import org.boardbench.protocol.SameJson;
import org.boardbench.sut.manifest.Parameter.Promise;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The wire contract of {@code targets/README.md}, against the real servers of {@link
 * SelectedTargets}, and once more with each value of a parameter that breaks a part of it: then all
 * the rest is asked. A target that lacks a tool on this machine is skipped, unless it was asked for
 * by name. Each server is started once; each check has a board of its own. That nothing else has
 * arrived is proved by a later message, not by waiting.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Timeout(600)
abstract class TargetContract {
  private static final SelectedTargets SELECTED = new SelectedTargets(TargetUnderTest.root());
  private static final AtomicInteger BOARDS = new AtomicInteger();

  private static TargetBuilds builds;
  private static TargetUnderTest target;

  private final TargetVariant variant;
  private final String board;
  private final List<AutoCloseable> connections = new ArrayList<>();

  TargetContract(TargetVariant variant) {
    this.variant = variant;
    board = variant.target() + "-" + BOARDS.incrementAndGet();
  }

  /** Of a lane's targets, which it begins to build. */
  static List<TargetVariant> variants(int lane) throws InputException, InterruptedException {
    List<String> targets = SELECTED.ofLane(lane);
    List<String> buildable = new ArrayList<>();
    for (String name : targets) {
      if (SELECTED.missingTools(name).isEmpty()) {
        buildable.add(name);
      }
    }
    builds =
        new TargetBuilds(
            TargetUnderTest.catalog(), buildable, HostEnvironment.of(TargetUnderTest.root()));
    return TargetVariant.of(TargetUnderTest.catalog(), targets);
  }

  @BeforeParameterizedClassInvocation
  static void start(TargetVariant variant) throws Exception {
    List<String> missing = SELECTED.missingTools(variant.target());
    if (SELECTED.isNamed()) {
      assertThat(missing).isEmpty();
    }
    assumeTrue(missing.isEmpty(), () -> String.join("; ", missing));
    target = new TargetUnderTest(variant, builds);
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    if (target != null) { // else it has not come up
      target.close();
      target = null;
    }
  }

  @AfterEach
  void disconnect() throws Exception {
    for (AutoCloseable connection : connections) {
      connection.close();
    }
    assertThat(target.isAlive()).isTrue();
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ \"zeta\" : 1.50 ,\t\"boardId\":\"%s\", \"alpha\":[ 1e3,-0.0 ] }",
        "{\"boardId\":\"%s\",\"text\":\"\\u00e9\\ud83d\\ude00\\\"\\\\\\/\\n\\u0000\"}",
        "{\"boardId\":\"%s\",\"text\":\"é 한글 화이트보드 😀 e\u0301 \u2028 \u00a0\"}"
      })
  void a_text_comes_back_unchanged(String template) {
    String text = template.formatted(board);
    ContractClient sender = join(board, "u1");

    sender.publish(board, text);

    if (target.has(Difference.RESPELLS)) {
      assertThat(sender.nextMessage()).matches(received -> SameJson.isSame(received, text));
    } else {
      assertNextAndLast(sender, text);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "한"})
  void a_message_of_60_KiB_comes_back_unchanged(String character) throws IOException {
    int bytes = character.getBytes(StandardCharsets.UTF_8).length;
    String text = stroke(board, character.repeat(60 * 1024 / bytes - 40));
    ContractClient sender = join(board, "u1");

    sender.publish(board, text);
    assertThat(sender.nextMessage()).isEqualTo(text);

    connected(target.bare(board, "u2")).send(target.frame(board, text));
    assertNextAndLast(sender, text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no JSON",
        "{\"type\":\"stroke\",\"boardId\":\"b\"",
        "{\"type\":\"stroke\",\"boardId\":\"b\"} more",
        "[\"boardId\"]",
        "null",
        "\"boardId\"",
        "{\"type\":\"stroke\",\"userId\":\"u1\"}",
        "{\"type\":\"stroke\",\"boardId\":7}",
      })
  void a_message_without_meaning_is_an_error_to_its_sender_alone(String text) {
    assumeFalse(target.has(Difference.ANY_JSON) && isJson(text));
    ContractClient sender = join(board, "u1");
    ContractClient member = join(board, "u2");

    sender.publish(board, text);
    sender.nextRefusal();

    if (target.has(Difference.ENDS_AT_ERRORS)) {
      member.publish(board, stroke(board, "after"));
    } else {
      sender.publish(board, stroke(board, "after"));
      assertNextAndLast(sender, stroke(board, "after"));
    }
    assertNextAndLast(member, stroke(board, "after"));
  }

  private static boolean isJson(String text) {
    return !text.isEmpty() && SameJson.isSame(text, text);
  }

  @Test
  void JSON_nested_without_end_disturbs_nobody() {
    ContractClient sender = join(board, "u1");
    ContractClient member = join(board, "u2");

    sender.publish(board, "[".repeat(50_000));
    sender.nextRefusal();

    member.publish(board, stroke(board, "after"));
    assertNextAndLast(member, stroke(board, "after"));
  }

  @Test
  void a_binary_frame_is_an_error_to_its_sender_alone() {
    ContractClient sender = join(board, "u1");
    ContractClient member = join(board, "u2");

    sender.sendBinary(stroke(board, "binary"));
    sender.nextRefusal();

    member.publish(board, stroke(board, "after"));
    assertNextAndLast(member, stroke(board, "after"));
  }

  @Test
  void a_message_over_64_KiB_is_refused_to_its_sender_alone() throws IOException {
    String text = stroke(board, "x".repeat(66 * 1024));
    ContractClient inFragments = join(board, "u1");
    BareSocket inOneFrame = connected(target.bare(board, "u2"));
    ContractClient member = join(board, "u3");

    inFragments.publish(board, text);
    inFragments.nextRefusal();
    inOneFrame.send(target.frame(board, text));
    assertThat(inOneFrame.isRefused()).isTrue();

    member.publish(board, stroke(board, "after"));
    assertNextAndLast(member, stroke(board, "after"));
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
    List<ContractClient> users = JoinsAtOnce.of(200, target, board, connections::add);

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
    new JoinsAmidMessages(target, board, connections::add).check(12, 5);
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
    new BoardHistory(target, board, connections::add).check();
  }

  @Test
  void where_messages_are_left_out_the_others_reach_all_members_in_their_order() {
    assumeFalse(variant.keeps(Promise.EVERY_MESSAGE));
    LeftOutMessages.check(join(board, "u1"), join(board, "u2"), board);
  }

  @Test
  void readers_that_do_not_read_are_cut_and_hold_up_nobody() throws IOException {
    assumeTrue(variant.keeps(Promise.SLOW_READERS) && variant.keeps(Promise.EVERY_MESSAGE));
    new SlowReaders(target, board, connections::add).checkCut();
  }

  @Test
  void where_readers_that_do_not_read_hold_up_the_others_these_get_all_once_they_have_gone()
      throws IOException {
    assumeFalse(variant.keeps(Promise.SLOW_READERS));
    new SlowReaders(target, board, connections::add).checkHeldUp();
  }

  @Test
  void the_official_client_and_users_of_the_driver_get_all_of_each_other() throws Exception {
    assumeTrue(variant.keeps(Promise.EVERY_MESSAGE));
    assumeTrue(OfficialClient.absence().isEmpty(), () -> OfficialClient.absence().orElseThrow());
    new BesideOfficialClient(target, variant.keeps(Promise.ORDER)).check(BOARDS.incrementAndGet());
  }

  private ContractClient join(String boardId, String userId) {
    return connected(target.connectTo(boardId, userId));
  }

  private <T extends AutoCloseable> T connected(T connection) {
    connections.add(connection);
    return connection;
  }

  private String publish(ContractClient sender, String words) {
    String text = stroke(board, words);
    sender.publish(board, text);
    return text;
  }

  /** Its keys are in the order in which servers that sort them write them. */
  static String stroke(String boardId, String words) {
    return "{\"boardId\":\"%s\",\"type\":\"stroke\",\"words\":\"%s\"}".formatted(boardId, words);
  }

  /** The next messages, without those of the members that vanished. */
  private List<String> received(ContractClient receiver, int count) {
    List<String> received = new ArrayList<>();
    while (received.size() < count) {
      String text = receiver.nextMessage();
      if (!text.equals(stroke(board, "lost or not"))) {
        received.add(text);
      }
    }
    return received;
  }

  /**
   * Each of them once, in the order in which one sender sent them unless the variant breaks that.
   */
  private void assertAllOf(List<String> sent, List<String> received) {
    if (variant.keeps(Promise.ORDER)) {
      assertThat(received).isEqualTo(sent);
    } else {
      assertThat(received).containsExactlyInAnyOrderElementsOf(sent);
    }
  }

  private static void assertNextAndLast(ContractClient client, String text) {
    assertThat(client.nextMessage()).isEqualTo(text);
    assertThat(client.hasUnread()).isFalse();
  }
}
