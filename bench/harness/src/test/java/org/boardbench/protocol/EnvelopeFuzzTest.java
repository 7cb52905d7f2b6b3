package org.boardbench.protocol;

import static org.assertj.core.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.boardbench.account.record.StampScanner;
import org.boardbench.protocol.UserSession.Meaning;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The scan for a stamp against a slow reader of JSON, on envelopes with their strokes' keys in any
 * order, with spaces where JSON allows them, and with a byte that is damaged.
 */
class EnvelopeFuzzTest {
  private static final int FRAMES = 200_000;
  private static final int USERS = 100;
  private static final JsonMapper JSON = new JsonMapper();
  private static final String[] SPACES = {"", "", "", " ", "\t"};

  private final Random random = new Random(11);
  private final StampScanner scanner = new StampScanner(USERS);

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
      String stamp = stamp();
      String json = envelope.replace("BODY", body(stamp));
      byte[] frame = (before + json).getBytes(StandardCharsets.UTF_8);
      if (!scanner.scan(random.nextInt(USERS), frame, 0, frame.length)
          || !slowly(json, pointer).equals(stamp)
          || !lastRead().equals(stamp)) {
        fail("%s in %s", stamp, json);
      }
      frame[random.nextInt(frame.length)] = (byte) random.nextInt(128);
      if (session.received(FrameKind.TEXT, frame, 0, frame.length, (kind, bytes) -> {})
          == Meaning.JOINED) {
        fail("%s is a join", new String(frame, StandardCharsets.UTF_8));
      }
    }
  }

  private String body(String stamp) {
    List<String> fields = new ArrayList<>();
    fields.add("\"type\":\"stroke\"");
    fields.add("\"boardId\":\"b3\"");
    fields.add("\"stamp\"" + space() + ":" + space() + "\"" + stamp + "\"");
    fields.add("\"pad\":\"\\\"stamps\\\"\"");
    Collections.shuffle(fields, random);
    return "{" + String.join("," + space(), fields) + "}";
  }

  private String space() {
    return SPACES[random.nextInt(SPACES.length)];
  }

  private String stamp() {
    return random.nextInt(USERS)
        + "."
        + random.nextInt(5_000)
        + ".h1."
        + random.nextLong(1L << 40)
        + "."
        + random.nextLong(1L << 40);
  }

  /** Empty when the text is no JSON, or has none. */
  private static String slowly(String json, String pointer) {
    try {
      JsonNode stamp = JSON.readTree(json).at(pointer);
      return stamp.stringValue("");
    } catch (JacksonException e) {
      return "";
    }
  }

  private String lastRead() {
    return "%d.%d.h%d.%d.%d"
        .formatted(
            scanner.sender(),
            scanner.sequence(),
            scanner.stage(),
            scanner.intendedNs(),
            scanner.sentNs());
  }
}
