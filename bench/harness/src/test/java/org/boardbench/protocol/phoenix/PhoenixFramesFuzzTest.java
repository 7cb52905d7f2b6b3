package org.boardbench.protocol.phoenix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import org.boardbench.protocol.FrameKind;
import org.boardbench.protocol.RandomStrokes;
import org.boardbench.protocol.StrokePayload;
import org.boardbench.protocol.UserIdentity;
import org.boardbench.protocol.UserSession;
import org.boardbench.protocol.UserSession.Meaning;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The scan for a stamp against a slow reader of JSON, on frames that chance has made: {@link
 * RandomStrokes}, other events, a byte that is damaged.
 */
@Tag("optimized")
class PhoenixFramesFuzzTest {
  private static final int FRAMES = Integer.getInteger("boardbench.frames", 50_000);
  private static final String STAMP = "/4/stamp";
  private static final String[] EVENTS = {"message", "message", "message", "presence_diff"};

  private final RandomStrokes strokes = new RandomStrokes(7);
  private final UserIdentity user = new UserIdentity(1, 3);
  private final UserSession session =
      new PhoenixProtocol().session(user, new StrokePayload(300).body(user));

  private String frame(String stamp) {
    return "[null,%snull,\"board:b3\",\"%s\",%s%s]"
        .formatted(strokes.space(), strokes.pick(EVENTS), strokes.body(stamp), strokes.space());
  }

  @Test
  void aStampIsFoundWhereverItStandsInThePayload() {
    for (int round = 0; round < FRAMES; round++) {
      String stamp = strokes.stamp();
      String text = frame(stamp);
      byte[] frame = text.getBytes(StandardCharsets.UTF_8);
      if (!strokes.isFound(stamp, frame) || !RandomStrokes.slowly(text, STAMP).equals(stamp)) {
        fail("%s in %s", stamp, text);
      }
    }
  }

  @Test
  void aDamagedFrameIsHousekeepingOrCorruptAndNeverAJoinOrAnError() {
    int unknown = 0;
    for (int round = 0; round < FRAMES; round++) {
      byte[] frame = frame(strokes.stamp()).getBytes(StandardCharsets.UTF_8);
      strokes.damage(frame);
      String text = new String(frame, StandardCharsets.UTF_8);
      Meaning meaning =
          session.received(FrameKind.TEXT, frame, 0, frame.length, (kind, bytes) -> {});
      if (RandomStrokes.slowly(text, STAMP).isEmpty() && meaning == Meaning.UNKNOWN) {
        unknown++;
      }
      if (meaning == Meaning.JOINED || meaning == Meaning.ERROR) {
        fail("%s is %s", text, meaning);
      }
    }
    assertThat(unknown).isGreaterThan(FRAMES / 10);
  }
}
