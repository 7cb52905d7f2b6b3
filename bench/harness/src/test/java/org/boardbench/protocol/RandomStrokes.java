package org.boardbench.protocol;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.boardbench.account.record.StampScanner;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Strokes as chance would have a server write them, with their keys in any order and spaces where
 * JSON allows them, and the scan for their stamps beside a slow reader of JSON.
 */
public final class RandomStrokes {
  private static final int USERS = 100;
  private static final JsonMapper JSON = new JsonMapper();
  private static final String[] SPACES = {"", "", "", " ", "\t"};

  private final Random random;
  private final StampScanner scanner = new StampScanner(USERS);

  public RandomStrokes(long seed) {
    this.random = new Random(seed);
  }

  public String stamp() {
    return random.nextInt(USERS)
        + "."
        + random.nextInt(5_000)
        + ".h1."
        + random.nextLong(1L << 40)
        + "."
        + random.nextLong(1L << 40);
  }

  public String body(String stamp) {
    List<String> fields = new ArrayList<>();
    fields.add("\"type\":\"stroke\"");
    fields.add("\"boardId\":\"b3\"");
    fields.add("\"stamp\"" + space() + ":" + space() + "\"" + stamp + "\"");
    fields.add("\"pad\":\"\\\"stamps\\\"\"");
    Collections.shuffle(fields, random);
    return "{" + String.join("," + space(), fields) + "}";
  }

  public String space() {
    return pick(SPACES);
  }

  public String pick(String... from) {
    return from[random.nextInt(from.length)];
  }

  /** Replaces one byte by another of ASCII. */
  public void damage(byte[] frame) {
    frame[random.nextInt(frame.length)] = (byte) random.nextInt(128);
  }

  /** Whether the scan finds that stamp in the frame. */
  public boolean isFound(String stamp, byte[] frame) {
    return scanner.scan(random.nextInt(USERS), frame, 0, frame.length)
        && "%d.%d.h%d.%d.%d"
            .formatted(
                scanner.sender(),
                scanner.sequence(),
                scanner.stage(),
                scanner.intendedNs(),
                scanner.sentNs())
            .equals(stamp);
  }

  /** The text at {@code pointer}; empty when that is no JSON, or has none there. */
  public static String slowly(String json, String pointer) {
    try {
      JsonNode stamp = JSON.readTree(json).at(pointer);
      return stamp.stringValue("");
    } catch (JacksonException e) {
      return "";
    }
  }
}
