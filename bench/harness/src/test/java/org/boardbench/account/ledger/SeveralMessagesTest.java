package org.boardbench.account.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.boardbench.account.ledger.LoopAccounts.Outcome;
import org.boardbench.account.ledger.ScriptedTrial.Message;
import org.boardbench.account.result.StageResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames of servers that put several messages into one. */
class SeveralMessagesTest {
  private final ScriptedTrial trial = ScriptedTrial.inHold(2, 1, 1);

  /** As long as the plan says that a message is. */
  private static String padded(Message message) {
    String json = message.json();
    return json.replace("\"pad\":\"", "\"pad\":\"" + "x".repeat(300 - json.length()));
  }

  private static String joined(String separator, Message... messages) {
    return Arrays.stream(messages)
        .map(SeveralMessagesTest::padded)
        .collect(Collectors.joining(separator));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "", ",", "\u001e"})
  void eachMessageOfAFrameIsADeliveryAtTheFramesTime(String separator) {
    Message a = trial.send(0, 2_000);
    Message b = trial.send(1, 2_001);
    Message c = trial.send(0, 2_002);
    String frame = joined(separator, a, b, c);

    assertThat(trial.frame(frame, 0, 2_010)).isEqualTo(Outcome.COUNTED);
    assertThat(trial.frame("[" + frame + "]", 1, 2_010)).isEqualTo(Outcome.COUNTED);

    StageResult result = trial.close();
    assertThat(result.hold().expected()).isEqualTo(6);
    assertThat(result.hold().delivered()).isEqualTo(6);
    assertThat(result.hold().duplicated() + result.hold().reordered()).isZero();
    assertThat(result.hold().corrupt()).isZero();
    assertThat(result.delivery().maxNs()).isBetween(9_900_000L, 10_100_000L);
  }

  @Test
  void noMessageHidesBehindThePlaceWhereAKeyWasSeenBefore() {
    Message a = trial.send(0, 2_000);
    trial.frame(" ".repeat(284) + padded(a), 1, 2_001);
    Message b = trial.send(0, 2_002);
    Message c = trial.send(0, 2_003);

    String otherOrder =
        padded(c).replaceFirst("\\{(\"type\":\"stroke\"),(\"stamp\":[^,]*)", "{$2,$1");
    String frame = padded(b) + otherOrder;
    assertThat(frame.lastIndexOf("\"stamp")).isEqualTo(284 + padded(a).indexOf("\"stamp"));
    trial.frame(frame, 1, 2_004);

    assertThat(trial.close().hold().delivered()).isEqualTo(3);
  }

  @Test
  void aMessageThatComesTwiceInAFrameIsADuplicate() {
    Message a = trial.send(0, 2_000);
    trial.frame(joined("\n", a, a), 1, 2_001);

    StageResult result = trial.close();
    assertThat(result.hold().delivered()).isEqualTo(1);
    assertThat(result.hold().duplicated()).isEqualTo(1);
  }

  @Test
  void whatElseIsInTheFrameIsToldOf() {
    Message a = trial.send(0, 2_000);
    Message b = trial.send(0, 2_001);
    String error = "\n{\"type\":\"error\",\"reason\":\"out of ink\"}";
    String broken = "\n" + padded(b).replace("\"stamp\":\"0", "\"stamp\":\"?");

    assertThat(trial.frame(joined("\n", a, b) + error, 0, 2_002))
        .isEqualTo(Outcome.COUNTED_BESIDE_OTHERS);
    assertThat(trial.frame(padded(a) + broken, 1, 2_002)).isEqualTo(Outcome.COUNTED_BESIDE_OTHERS);
    assertThat(trial.frame(broken + broken, 1, 2_003)).isEqualTo(Outcome.NOT_A_STROKE);
    assertThat(trial.close().hold().delivered()).isEqualTo(3);
  }

  @Test
  void aStampOfAMessageThatWasNeverSentIsCorrupt() {
    Message a = trial.send(0, 2_000);
    String never = padded(a).replace("0.0.h1", "0.7.h1");
    trial.frame(padded(a) + "\n" + never, 1, 2_001);

    StageResult result = trial.close();
    assertThat(result.hold().delivered()).isEqualTo(1);
    assertThat(result.hold().corrupt()).isEqualTo(1);
  }
}
