package org.boardbench.account.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.boardbench.account.record.Phase;
import org.boardbench.account.record.StampScanner;
import org.boardbench.scenario.message.MessageClass;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The scanner against a slow reader of the same rules, on frames that chance has made. */
@Tag("optimized")
class SeveralStampsFuzzTest {
  private static final int USERS = 100;
  private static final Pattern STAMP =
      Pattern.compile(
          "\"stamp\\\\*\"[ \\t\\r\\n]*:[ \\t\\r\\n]*\\\\*\""
              + "(\\d{1,18})\\.(\\d{1,18})\\.(w|[rh]\\d{1,18})([cti]?)\\.(\\d{1,18})\\.(\\d{1,18})\\\\*\"");
  private static final String[] SPACES = {"", "", "", " ", "\n\t", " \r\n "};
  private static final String[] BETWEEN = {"\n", "", ",", "\u001e", "\0\n", "]\n["};
  private static final String[] WRONG = {
    "100.1.h1.1.1",
    "-1.1.h1.1.1",
    "1.1.h0.1.1",
    "1.4294967296.h1.1.1",
    "1.1.p.0.0",
    "1.1.h1.1",
    "1.1.h1.1.1.1",
    "x",
    "",
    "1.1.w1.1.1",
    "1.1.h1.9999999999999999999.1",
    "1.1.r2147483648.1.1"
  };

  private final Random random = new Random(20);
  private final StampScanner scanner = new StampScanner(USERS);

  private String pick(String... from) {
    return from[random.nextInt(from.length)];
  }

  private String stamp() {
    if (random.nextInt(8) == 0) {
      return pick(WRONG);
    }
    String phase = random.nextInt(5) == 0 ? "w" : pick("r", "h") + random.nextInt(1, 12);
    String ofClass = random.nextInt(3) == 0 ? pick("c", "t", "i") : "";
    return random.nextInt(USERS)
        + "."
        + random.nextInt(5_000)
        + "."
        + phase
        + ofClass
        + "."
        + nanos()
        + "."
        + nanos();
  }

  private long nanos() {
    return random.nextLong(1L << random.nextInt(1, 59));
  }

  private String message() {
    String quote = "\\".repeat(random.nextInt(4) == 0 ? random.nextInt(3) : 0) + "\"";
    String key = random.nextInt(10) == 0 ? pick("stamps", "timestamp") : "stamp";
    return "{\"%s\":1,".formatted("p".repeat(random.nextInt(9)))
        + quote
        + key
        + quote
        + pick(SPACES)
        + ":"
        + pick(SPACES)
        + quote
        + stamp()
        + quote
        + ",\"pad\":\""
        + "xstamp\"".substring(0, random.nextInt(8))
        + "\"}";
  }

  private byte[] frame() {
    StringBuilder text = new StringBuilder(random.nextBoolean() ? "[" : "");
    for (int i = random.nextInt(6); i >= 0; i--) {
      text.append(message()).append(pick(BETWEEN));
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.ISO_8859_1);
    for (int i = random.nextInt(3); i > 0; i--) {
      bytes[random.nextInt(bytes.length)] = (byte) (32 + random.nextInt(96));
    }
    return bytes;
  }

  private static List<String> slowly(byte[] bytes, int from, int end) {
    String text = new String(bytes, from, end - from, StandardCharsets.ISO_8859_1);
    Matcher matcher = STAMP.matcher(text);
    List<String> found = new ArrayList<>();
    for (int at = 0; matcher.find(at); at = matcher.start() + 1) {
      String phase = matcher.group(3);
      long stage = phase.equals("w") ? 1 : Long.parseLong(phase.substring(1));
      if (number(matcher, 1) < USERS
          && number(matcher, 2) <= Integer.MAX_VALUE
          && stage >= 1
          && stage <= Integer.MAX_VALUE) {
        found.add(
            text(
                number(matcher, 1),
                number(matcher, 2),
                (phase.equals("w") ? "w" : phase.charAt(0) + Long.toString(stage))
                    + matcher.group(4),
                number(matcher, 5),
                number(matcher, 6)));
      }
    }
    return found;
  }

  private static long number(Matcher matcher, int group) {
    return Long.parseLong(matcher.group(group));
  }

  private static String text(
      long sender, long sequence, String phase, long intendedNs, long sentNs) {
    return sender + "." + sequence + "." + phase + "." + intendedNs + "." + sentNs;
  }

  private String lastRead() {
    return text(
        scanner.sender(),
        scanner.sequence(),
        new Phase(scanner.kind(), scanner.stage()).tag() + letter(),
        scanner.intendedNs(),
        scanner.sentNs());
  }

  private String letter() {
    MessageClass messageClass = MessageClass.of(scanner.messageClass());
    return messageClass.hasLetter() ? Character.toString(messageClass.letter()) : "";
  }

  @Test
  void everyReadableStampIsFoundOnceInOrderAndNothingElse() {
    int several = 0;
    for (int round = 0; round < 20_000; round++) {
      byte[] bytes = frame();
      int from = random.nextInt(4);
      int end = bytes.length - random.nextInt(4);
      List<String> found = new ArrayList<>();
      for (int at = scanner.next(bytes, from, end); at >= 0; at = scanner.next(bytes, at, end)) {
        found.add(lastRead());
      }
      assertThat(found)
          .as(() -> new String(bytes, StandardCharsets.ISO_8859_1))
          .isEqualTo(slowly(bytes, from, end));
      several += found.size() > 1 ? 1 : 0;

      boolean any = scanner.scan(random.nextInt(USERS), bytes, from, end - from);
      assertThat(any).isEqualTo(!found.isEmpty());
    }
    assertThat(several).isGreaterThan(1_000);
  }
}
