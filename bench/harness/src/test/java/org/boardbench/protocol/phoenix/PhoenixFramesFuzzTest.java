package org.boardbench.protocol.phoenix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.boardbench.account.record.StampScanner;
import org.boardbench.protocol.FrameKind;
import org.boardbench.protocol.StrokePayload;
import org.boardbench.protocol.UserIdentity;
import org.boardbench.protocol.UserSession;
import org.boardbench.protocol.UserSession.Meaning;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The scan for a stamp against a slow reader of JSON, on frames that chance has made: keys in any
 * order, as a server of maps writes them, spaces, other events, a byte that is damaged.
 */
class PhoenixFramesFuzzTest {
  private static final int FRAMES = 200_000;
  private static final int USERS = 100;
  private static final JsonMapper JSON = new JsonMapper();
  private static final String[] SPACES = {"", "", "", "", " ", "\t"};
  private static final String[] EVENTS = {"message", "message", "message", "presence_diff"};

  private final Random random = new Random(7);
  private final UserIdentity user = new UserIdentity(1, 3);
  private final UserSession session =
      new PhoenixProtocol().session(user, new StrokePayload(300).body(user));
  private final StampScanner scanner = new StampScanner(USERS);

  private String pick(String... from) {
    return from[random.nextInt(from.length)];
  }

  private String frame(String stamp) {
    List<String> fields = new ArrayList<>();
    fields.add("\"type\":\"stroke\"");
    fields.add("\"boardId\":\"b3\"");
    fields.add("\"stamp\"" + pick(SPACES) + ":" + pick(SPACES) + "\"" + stamp + "\"");
    fields.add("\"pad\":\"\\\"stamps\\\"\"");
    Collections.shuffle(fields, random);
    return "[null,%snull,\"board:b3\",\"%s\",{%s}%s]"
        .formatted(
            pick(SPACES), pick(EVENTS), String.join("," + pick(SPACES), fields), pick(SPACES));
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

  /** Empty when the frame is no JSON, or has none. */
  private static String stampSlowly(byte[] frame) {
    try {
      JsonNode parts = JSON.readTree(frame);
      return parts.path(4).path("stamp").stringValue("");
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

  @Test
  void aStampIsFoundWhereverItStandsInThePayload() {
    for (int round = 0; round < FRAMES; round++) {
      String stamp = stamp();
      byte[] frame = frame(stamp).getBytes(StandardCharsets.UTF_8);
      boolean found = scanner.scan(random.nextInt(USERS), frame, 0, frame.length);
      if (!found || !stampSlowly(frame).equals(stamp) || !lastRead().equals(stamp)) {
        fail("%s in %s", stamp, new String(frame, StandardCharsets.UTF_8));
      }
    }
  }

  @Test
  void aDamagedFrameIsHousekeepingOrCorruptAndNeverAJoinOrAnError() {
    int unknown = 0;
    for (int round = 0; round < FRAMES; round++) {
      byte[] frame = frame(stamp()).getBytes(StandardCharsets.UTF_8);
      frame[random.nextInt(frame.length)] = (byte) random.nextInt(128);
      Meaning meaning =
          session.received(FrameKind.TEXT, frame, 0, frame.length, (kind, bytes) -> {});
      if (stampSlowly(frame).isEmpty() && meaning == Meaning.UNKNOWN) {
        unknown++;
      }
      if (meaning == Meaning.JOINED || meaning == Meaning.ERROR) {
        fail("%s is %s", new String(frame, StandardCharsets.UTF_8), meaning);
      }
    }
    assertThat(unknown).isGreaterThan(FRAMES / 10);
  }
}
