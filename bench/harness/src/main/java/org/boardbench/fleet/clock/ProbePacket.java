package org.boardbench.fleet.clock;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * The packets of probes: a word that tells question from answer, a number that nobody can guess,
 * the two times of the answer, and the beginning of an HMAC-SHA256 over all that, so that nobody
 * without the secret can shift a clock. Used by one thread.
 */
final class ProbePacket {
  static final int BYTES = 48;

  private static final int SIGNED_BYTES = 32;
  private static final long QUESTION = 0x6262_636c_6f63_6b3fL;
  private static final long ANSWER = 0x6262_636c_6f63_6b21L;
  private static final String ALGORITHM = "HmacSHA256";

  private final Mac mac;

  /** What a packet says; the times are 0 in a question. */
  record Content(long number, long cameNs, long answeredNs) {}

  ProbePacket(SecretKey key) {
    try {
      mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JVM has no " + ALGORITHM, e);
    }
  }

  byte[] question(long number) {
    return packet(QUESTION, new Content(number, 0, 0));
  }

  byte[] answer(Content content) {
    return packet(ANSWER, content);
  }

  /** Empty when it is no question of somebody who knows the secret. */
  Optional<Content> question(byte[] packet, int length) {
    return content(QUESTION, packet, length);
  }

  /** Likewise an answer. */
  Optional<Content> answer(byte[] packet, int length) {
    return content(ANSWER, packet, length);
  }

  private byte[] packet(long word, Content content) {
    ByteBuffer buffer = ByteBuffer.allocate(BYTES);
    buffer.putLong(word);
    buffer.putLong(content.number);
    buffer.putLong(content.cameNs);
    buffer.putLong(content.answeredNs);
    buffer.put(mark(buffer.array()));
    return buffer.array();
  }

  private Optional<Content> content(long word, byte[] packet, int length) {
    ByteBuffer buffer = ByteBuffer.wrap(packet, 0, length);
    if (length != BYTES || buffer.getLong() != word) {
      return Optional.empty();
    }
    Content content = new Content(buffer.getLong(), buffer.getLong(), buffer.getLong());
    byte[] theirs = Arrays.copyOfRange(packet, SIGNED_BYTES, BYTES);
    return MessageDigest.isEqual(mark(packet), theirs) ? Optional.of(content) : Optional.empty();
  }

  private byte[] mark(byte[] packet) {
    mac.update(packet, 0, SIGNED_BYTES);
    return Arrays.copyOf(mac.doFinal(), BYTES - SIGNED_BYTES);
  }
}
