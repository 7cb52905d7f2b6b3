package org.boardbench.scenario.behaviour;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.boardbench.scenario.schedule.Schedule;
import org.boardbench.scenario.schedule.ScheduleCursor;

/** What a schedule's messages come to. */
final class Traffic {
  private Traffic() {}

  /** The first eight bytes of the SHA-256 of the messages' times, classes and sizes. */
  static String hash(Schedule schedule, int users, int messagesOfEach) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      ByteBuffer message = ByteBuffer.allocate(2 * Integer.BYTES + Long.BYTES);
      for (int user = 0; user < users; user++) {
        ScheduleCursor messages = schedule.messages(user);
        for (int n = 0; n < messagesOfEach; n++) {
          message.clear();
          message.putLong(messages.intendedNs());
          message.putInt(messages.messageClass().number()).putInt(messages.bytes());
          digest.update(message.array());
          messages.advance();
        }
      }
      return HexFormat.of().formatHex(digest.digest(), 0, Long.BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  /** Messages that {@code users} users send a second, from {@code fromS} to {@code toS}. */
  static double perSecond(Schedule schedule, int users, double fromS, double toS) {
    long number = 0;
    for (int user = 0; user < users; user++) {
      ScheduleCursor messages = schedule.messages(user);
      messages.passOver((long) (fromS * 1e9));
      for (; messages.intendedNs() < toS * 1e9; messages.advance()) {
        number++;
      }
    }
    return number / (toS - fromS);
  }
}
