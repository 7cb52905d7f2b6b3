package org.boardbench.account.result;

import java.util.Comparator;

/**
 * A change of one user's connection.
 *
 * @param timeNs run clock: the kernel's time of arrival of what opened it or brought the user back,
 *     else when the driver saw it
 */
public record ConnectionMoment(Change change, int user, long timeNs) {
  /** In the order of time; the rest makes it one order, whoever had the user. */
  public static final Comparator<ConnectionMoment> IN_TIME =
      Comparator.comparingLong(ConnectionMoment::timeNs)
          .thenComparingInt(ConnectionMoment::user)
          .thenComparing(ConnectionMoment::change);

  /** What has changed. */
  public enum Change {
    /** An attempt to connect begins. */
    ATTEMPT,
    /** Its opening handshake is done. */
    OPENED,
    /** It has failed, before or after that. */
    FAILED,
    /** A joined user's connection has ended. */
    DROPPED,
    /** A user who had dropped has joined again. */
    RETURNED,
    /** The stay of a user who had dropped has ended before it had joined again. */
    LEFT
  }
}
