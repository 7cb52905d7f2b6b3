package org.boardbench.scenario.schedule;

import org.boardbench.scenario.message.MessageClass;

/**
 * One user's messages of a stage, by their number from 0. Every time is computed from the number or
 * from a generator's state, never by adding up rounded intervals, so that no error grows.
 *
 * <p>Of a source without random access the times are asked for in the order of the numbers, each
 * once; all else is then said of the message whose time was asked for last. Used by one thread;
 * allocates nothing.
 */
public interface MessageSource {
  double NS_PER_S = 1e9;

  /**
   * The intended send time (run clock). Later messages have later times: no two of a user's have
   * the same one.
   */
  long intendedNs(long n);

  MessageClass messageClass(long n);

  /** Size of the message in bytes of UTF-8. */
  int bytes(long n);

  /**
   * How long before its intended time the first of the points that it brings was drawn; 0 of a
   * message of one moment.
   */
  default long sinceFirstPointNs(long n) {
    return 0;
  }

  /** Whether {@link #intendedNs} may be asked of any number at any time. */
  boolean hasRandomAccess();
}
