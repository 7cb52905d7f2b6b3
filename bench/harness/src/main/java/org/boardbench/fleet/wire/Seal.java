package org.boardbench.fleet.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * One direction of a conversation between two who know the fleet's secret: AES-GCM over each
 * message, bound to the conversation, the direction and the message's number. So nobody else can
 * read, change, repeat or reorder what is said. Used by one thread at a time.
 */
public final class Seal {
  /** Of a greeting, of which each side has one. */
  private static final int GREETING_BYTES = 16;

  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int HEAD_BYTES = Long.BYTES + NONCE_BYTES;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKey key;
  private final byte[] context;
  private long last;

  /** Who speaks. */
  public enum Speaker {
    COORDINATOR,
    AGENT
  }

  private Seal(SecretKey key, byte[] context) {
    this.key = key;
    this.context = context;
  }

  /** For the greetings themselves, which say nothing that is secret. */
  public static Seal ofGreetings(FleetSecret secret, Speaker speaker) {
    Bytes none = Bytes.of(new byte[GREETING_BYTES]);
    return of(secret, speaker, none, none);
  }

  /** For what is said once both have greeted. */
  public static Seal of(FleetSecret secret, Speaker speaker, Bytes coordinators, Bytes agents) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(coordinators.content());
      digest.update(agents.content());
      digest.update(speaker.name().getBytes(StandardCharsets.UTF_8));
      return new Seal(secret.messageKey(), digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this JVM has no SHA-256", e);
    }
  }

  /** Chance, for a greeting. */
  public static Bytes greeting() {
    byte[] greeting = new byte[GREETING_BYTES];
    RANDOM.nextBytes(greeting);
    return Bytes.of(greeting);
  }

  /** The next message of this direction. */
  public byte[] close(byte[] plain) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    long number = ++last;
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, number).doFinal(plain);
      return ByteBuffer.allocate(HEAD_BYTES + sealed.length)
          .putLong(number)
          .put(nonce)
          .put(sealed)
          .array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JVM cannot seal a message", e);
    }
  }

  /**
   * What somebody else has closed.
   *
   * @throws WireException when it is not the next message of this direction of this conversation
   */
  public byte[] open(byte[] message) {
    if (message.length < HEAD_BYTES) {
      throw new WireException("a message without a seal");
    }
    ByteBuffer buffer = ByteBuffer.wrap(message);
    long number = buffer.getLong();
    byte[] nonce = new byte[NONCE_BYTES];
    buffer.get(nonce);
    if (number <= last) {
      throw new WireException("a message that came before");
    }
    try {
      byte[] plain =
          cipher(Cipher.DECRYPT_MODE, nonce, number)
              .doFinal(message, HEAD_BYTES, message.length - HEAD_BYTES);
      last = number;
      return plain;
    } catch (GeneralSecurityException e) {
      throw new WireException("a message with a seal of another secret or conversation", e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, long number) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(context);
    cipher.updateAAD(ByteBuffer.allocate(Long.BYTES).putLong(0, number).array());
    return cipher;
  }
}
