package org.boardbench.results.row;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What followed a fault, until the next one of its stage or the stage's end. Times are in ns since
 * the fault came.
 *
 * @param users empty where there were too many changes of connections to keep them all
 * @param messages empty where the fault came in the second in which the hold began, of which other
 *     messages were expected too
 * @param recoveryNs the beginning of the first five whole seconds in which hardly anything of the
 *     owed was missing and the RTT kept its threshold; 0 where that was so from the fault's own
 *     second on, empty where it never was
 * @param balancedNs when all replicas had as many users again, since what had been started again
 *     was ready; empty where they had not, or there are none
 */
public record RecoveryFigures(
    Optional<Users> users,
    Optional<Messages> messages,
    OptionalLong recoveryNs,
    OptionalLong balancedNs) {
  /** Of a server without replicas. */
  public RecoveryFigures(
      Optional<Users> users, Optional<Messages> messages, OptionalLong recoveryNs) {
    this(users, messages, recoveryNs, OptionalLong.empty());
  }

  /** The same with when its replicas were balanced again. */
  public RecoveryFigures balancedAfter(OptionalLong ns) {
    return new RecoveryFigures(users, messages, recoveryNs, ns);
  }

  /**
   * What became of users.
   *
   * @param dropped joined users whose connection ended, each as often as it did
   * @param returned those who joined again, likewise
   * @param left those whose stay ended before, so that they did not come back
   * @param firstDropNs when the first of them knew; empty where nobody dropped
   * @param lastDropNs likewise the last
   * @param half when half of those who did not leave had joined again; empty where they did not
   * @param most likewise 99 % of them
   * @param all likewise all
   * @param awayMaxNs how long the one was away who was away longest, until it had joined again or
   *     its stay ended; empty where anybody stayed so
   * @param storm their attempts to come back
   */
  public record Users(
      long dropped,
      long returned,
      long left,
      OptionalLong firstDropNs,
      OptionalLong lastDropNs,
      OptionalLong half,
      OptionalLong most,
      OptionalLong all,
      OptionalLong awayMaxNs,
      Storm storm) {}

  /**
   * Attempts to connect of users who had dropped.
   *
   * @param attempts that began
   * @param failed attempts that failed
   * @param perSecondMax the most that began within any second
   * @param handshakeP99Ns 99 % of the opening handshakes took at most so long; empty without any
   */
  public record Storm(long attempts, long failed, long perSecondMax, OptionalLong handshakeP99Ns) {}

  /**
   * What became of deliveries of the messages that were due from the fault's second on.
   *
   * @param lost expected of users who were joined, and never arrived
   * @param missed owed to or by users who were away
   * @param userSeconds what was missing of the owed, as users without any of it for so long
   */
  public record Messages(long lost, long missed, OptionalDouble userSeconds) {}
}
