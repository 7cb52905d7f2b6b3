package org.boardbench.findings.starts;

import java.util.OptionalInt;

/**
 * A start that failed, with or without rows of what it measured before.
 *
 * @param serverEndedUsers users of the stage in which the server ended by itself, of which there
 *     may be no row; empty where it did not, or an older run does not know
 * @param reason in one line; servers have a say in it
 */
public record FailedStart(
    String variant, int repetition, OptionalInt serverEndedUsers, String reason) {
  /** Whether the server ended by itself under so many users, or under fewer. */
  public boolean hasEndedUpTo(int users) {
    return serverEndedUsers.isPresent() && serverEndedUsers.getAsInt() <= users;
  }
}
