package org.boardbench.protocol;

import static org.assertj.core.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import org.boardbench.protocol.UserSession.Meaning;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The scan for a stamp against a slow reader of JSON, on envelopes with {@link RandomStrokes}, and
 * with a byte that is damaged.
 */
@Tag("optimized")
class EnvelopeFuzzTest {
  private static final int FRAMES = Integer.getInteger("boardbench.frames", 50_000);

  private final RandomStrokes strokes = new RandomStrokes(11);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "socketio | 42 | [\"stroke\",BODY] | /1/stamp",
        "nest-ws | ~~ | {\"event\":\"stroke\",\"data\":BODY} | /data/stamp"
      })
  void aStampIsFoundWhereverItStandsAndDamageIsNeverAJoin(
      String protocol, String before, String envelope, String pointer) {
    UserIdentity user = new UserIdentity(1, 3);
    UserSession session =
        Protocols.named(protocol).orElseThrow().session(user, new StrokePayload(300).body(user));
    for (int round = 0; round < FRAMES; round++) {
      String stamp = strokes.stamp();
      String json = envelope.replace("BODY", strokes.body(stamp));
      byte[] frame = (before + json).getBytes(StandardCharsets.UTF_8);
      if (!strokes.isFound(stamp, frame) || !RandomStrokes.slowly(json, pointer).equals(stamp)) {
        fail("%s in %s", stamp, json);
      }
      strokes.damage(frame);
      if (session.received(FrameKind.TEXT, frame, 0, frame.length, (kind, bytes) -> {})
          == Meaning.JOINED) {
        fail("%s is a join", new String(frame, StandardCharsets.UTF_8));
      }
    }
  }
}
