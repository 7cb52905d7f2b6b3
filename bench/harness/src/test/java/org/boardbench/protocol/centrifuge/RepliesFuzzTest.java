package org.boardbench.protocol.centrifuge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How frames are taken apart, against a slow reader of text, on frames that chance has made. */
@Tag("optimized")
class RepliesFuzzTest {
  private static final int FRAMES = 1_000_000;
  private static final String START = "{\"push\":{\"channel\":\"board:b3\",\"pub\":{";
  private static final Pattern PUBLISHED =
      Pattern.compile("\\{\"id\":(\\d{1,10}),\"publish\":\\{}}");
  private static final String[] LINES = {
    START + "\"data\":{\"stamp\":\"1.2.h1.3.4\"}}}}",
    START + "\"data\":{\"text\":\"\\n\\\"é\"}}}}",
    START,
    "{\"push\":{\"channel\":\"board:b4\",\"pub\":{\"data\":{}}}}",
    "{}",
    "",
    "{\"id\":3,\"publish\":{}}",
    "{\"id\":1234567890,\"publish\":{}}",
    "{\"id\":12345678901,\"publish\":{}}",
    "{\"id\":,\"publish\":{}}",
    "{\"id\":7,\"error\":{\"code\":107}}",
    "x"
  };
  private static final byte[][] LINE_BYTES =
      Arrays.stream(LINES)
          .map(line -> line.getBytes(StandardCharsets.UTF_8))
          .toArray(byte[][]::new);

  private final Random random = new Random(6);
  private final byte[] frame = new byte[2_048];
  private final byte[] start = START.getBytes(StandardCharsets.UTF_8);

  /** Fills {@link #frame} from {@code from} on, and returns where it ends. */
  private int fill(int from) {
    int at = from;
    for (int i = random.nextInt(6); i >= 0; i--) {
      byte[] line = LINE_BYTES[random.nextInt(LINE_BYTES.length)];
      System.arraycopy(line, 0, frame, at, line.length);
      at += line.length;
      if (i > 0 || random.nextBoolean()) {
        frame[at] = '\n';
        at++;
      }
    }
    if (at > from && random.nextInt(4) == 0) {
      frame[from + random.nextInt(at - from)] = (byte) random.nextInt(256);
    }
    return at;
  }

  private static List<String> linesSlowly(String text) {
    List<String> lines = Arrays.stream(text.split("\n")).filter(line -> !line.isEmpty()).toList();
    return lines.isEmpty() ? List.of(text) : lines;
  }

  private static boolean isOther(String line) {
    return !line.replace("\n", "").isEmpty() && !line.startsWith(START);
  }

  private static long publishedSlowly(String line) {
    Matcher matcher = PUBLISHED.matcher(line);
    return matcher.matches() ? Long.parseLong(matcher.group(1)) : -1;
  }

  @Test
  void everyLineIsFoundOnceAndInOrderAndWhatItSaysIsRead() {
    int several = 0;
    int others = 0;
    int publishes = 0;
    List<String> found = new ArrayList<>();
    for (int round = 0; round < FRAMES; round++) {
      int from = random.nextInt(9);
      int end = fill(from);
      // What lies around a frame is not of it.
      frame[end] = '\n';
      String text = new String(frame, from, end - from, StandardCharsets.ISO_8859_1);
      List<String> lines = linesSlowly(text);

      found.clear();
      Replies.split(
          frame,
          from,
          end - from,
          (of, at, size) -> found.add(new String(of, at, size, StandardCharsets.ISO_8859_1)));
      if (!found.equals(lines)) {
        fail("of %s: %s, not %s", text, found, lines);
      }

      boolean hasOther = lines.stream().anyMatch(RepliesFuzzTest::isOther);
      if (hasOther != Replies.hasOther(start, frame, from, end - from)) {
        fail("something else is in %s: %s", text, hasOther);
      }

      long published = publishedSlowly(text);
      if (published != Replies.published(frame, from, end - from)) {
        fail("%s is the reply to %d", text, published);
      }
      several += lines.size() > 1 ? 1 : 0;
      others += hasOther ? 1 : 0;
      publishes += published >= 0 ? 1 : 0;
    }
    assertThat(several).isGreaterThan(FRAMES / 2);
    assertThat(others).isBetween(FRAMES / 10, FRAMES);
    assertThat(publishes).isGreaterThan(FRAMES / 100);
  }
}
