package org.boardbench.driver;

/**
 * When each user is to send each of its messages. Every time is computed from the message's number,
 * never by adding up intervals, so that no error grows; asking twice gives the same answer.
 */
@FunctionalInterface
interface ArrivalSchedule {
  /**
   * The intended send time of {@code user}'s message {@code n}.
   *
   * @param n counts from 0; later messages never have an earlier time
   * @return run clock
   */
  long intendedNs(int user, long n);

  /** The first of {@code user}'s messages that is not intended before {@code timeNs}. */
  default long firstFrom(int user, long timeNs) {
    long beyond = 1;
    while (intendedNs(user, beyond - 1) < timeNs) {
      beyond *= 2;
    }
    long low = beyond / 2;
    long high = beyond - 1;
    while (low < high) {
      long middle = (low + high) >>> 1;
      if (intendedNs(user, middle) < timeNs) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /**
   * A constant rate for each user, the users' sends spread evenly over the period in a seeded
   * order, so that neither they nor a board's members send together.
   */
  static ArrivalSchedule evenlySpread(int users, double ratePerUser, long startNs, long seed) {
    return new EvenlySpreadSchedule(users, ratePerUser, startNs, seed);
  }
}
