package org.boardbench.scenario.behaviour;

import java.util.Set;
import java.util.function.IntUnaryOperator;
import org.boardbench.scenario.message.MessageClass;
import org.boardbench.scenario.message.PayloadSizes;
import org.boardbench.scenario.schedule.Schedule;

/**
 * What one user does: it yields messages, each with its intended time, class and size. Immutable,
 * and equal to any that was made of the same values.
 */
public interface Behaviour {
  BehaviourKind kind();

  /** What it was made of: its kind makes an equal one of them. */
  BehaviourValues values();

  /** Messages that a user publishes a second, in the mean over long times; 0: none ever. */
  double ratePerUser();

  /** Every message's size is within. */
  PayloadSizes sizes();

  /** The classes of its messages. */
  Set<MessageClass> classes();

  /** The mean over all messages. */
  default double meanBytes() {
    return sizes().meanBytes();
  }

  /**
   * The messages of {@code users} users, each of whom has its own.
   *
   * @param startNs no message is before (run clock)
   * @param seed the same one gives the same messages
   */
  Schedule schedule(int users, long startNs, long seed);

  /**
   * The same of users who are on boards. Only where people act together does it matter who shares
   * one: others know nothing of each other.
   *
   * @param boardOf the board of each user
   */
  default Schedule schedule(int users, IntUnaryOperator boardOf, long startNs, long seed) {
    return schedule(users, startNs, seed);
  }
}
