package org.boardbench.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.boardbench.contract.Conversation.Difference;
import org.boardbench.protocol.SameJson;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes back of what a message says, and what is refused as no message. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
abstract class MessageContract extends ContractScene {
  MessageContract(TargetVariant variant) {
    super(variant);
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

  /** JSON can write half of a surrogate pair, and no text frame can carry one. */
  @Test
  void an_id_that_no_frame_can_carry_disturbs_nobody() {
    String odd = "{\"type\":\"stroke\",\"boardId\":\"\\ud800\"}";
    assumeTrue(target.frame(board, odd).equals(odd), "a frame is the text itself");
    ContractClient user = join(board, "u1");

    user.publish(board, "{\"type\":\"join\",\"boardId\":\"\\ud800\",\"userId\":\"u1\"}");
    user.publish(board, odd);
    user.publish(board, stroke(board, "after"));

    String next = user.nextMessage();
    if (next.equals(odd)) {
      next = user.nextMessage();
    }
    assertThat(next).isEqualTo(stroke(board, "after"));
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
}
