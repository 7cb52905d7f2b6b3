package org.boardbench.driver.ws;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.boardbench.reference.ServerFrames;

/** Streams of frames as a server may send them: mostly right, sometimes not. */
final class RandomFrames {
  private static final String[] TEXTS = {
    "",
    "{}",
    "{\"a\":1}",
    "\u00e9\u20ac\ud83d\ude00",
    "x".repeat(125),
    "y".repeat(126),
    "z".repeat(300)
  };

  private final SplittableRandom random;

  RandomFrames(long seed) {
    random = new SplittableRandom(seed);
  }

  byte[] stream() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int frames = 1 + random.nextInt(12);
    for (int i = 0; i < frames; i++) {
      out.writeBytes(random.nextInt(10) == 0 ? oddFrame() : frame());
    }
    return out.toByteArray();
  }

  private byte[] frame() {
    byte[] text = TEXTS[random.nextInt(TEXTS.length)].getBytes(StandardCharsets.UTF_8);
    return switch (random.nextInt(8)) {
      case 0 -> ServerFrames.fragments(text);
      case 1 -> ServerFrames.frame(0x89, new byte[random.nextInt(126)]);
      case 2 -> ServerFrames.frame(0x8a, new byte[random.nextInt(126)]);
      case 3 -> ServerFrames.frame(0x82, text);
      default -> ServerFrames.frame(0x81, text);
    };
  }

  private byte[] oddFrame() {
    byte[] bytes = new byte[random.nextInt(40)];
    random.nextBytes(bytes);
    return switch (random.nextInt(10)) {
      case 0 -> ServerFrames.close(1000 + random.nextInt(12));
      case 1 -> ServerFrames.frame(0x88, bytes);
      case 2 -> ServerFrames.frame(0xc1, bytes);
      case 3 -> ServerFrames.frame(0x81, bytes);
      case 4 -> ServerFrames.frame(0x80 | random.nextInt(16), bytes);
      case 5 -> ServerFrames.frame(random.nextInt(256), bytes);
      case 6 -> masked(bytes);
      case 7 -> ServerFrames.frame(0x89, new byte[126]);
      case 8 ->
          ServerFrames.header(0x81, random.nextBoolean() ? -1L : 1L << (20 + random.nextInt(40)));
      default -> bytes;
    };
  }

  /** A server must not mask. */
  private static byte[] masked(byte[] payload) {
    byte[] zeroMasked = new byte[payload.length + 4];
    System.arraycopy(payload, 0, zeroMasked, 4, payload.length);
    byte[] frame = ServerFrames.frame(0x81, zeroMasked);
    frame[1] = (byte) (0x80 | payload.length);
    return frame;
  }

  /** A place to cut, at most {@code length} bytes on. */
  int cut(int length) {
    return 1 + random.nextInt(random.nextBoolean() ? Math.min(length, 5) : length);
  }
}
