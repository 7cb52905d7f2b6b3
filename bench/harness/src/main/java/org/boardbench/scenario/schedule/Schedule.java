package org.boardbench.scenario.schedule;

/** Who is to send what and when in one stage. Immutable: asking twice gives the same messages. */
@FunctionalInterface
public interface Schedule {
  /**
   * {@code user}'s messages, from the first one on.
   *
   * @param user counts from 0 to below the number that the schedule was made for
   */
  ScheduleCursor messages(int user);
}
