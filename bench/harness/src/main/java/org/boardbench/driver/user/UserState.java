package org.boardbench.driver.user;

/** Where a user stands with the server. */
enum UserState {
  /** Without a connection. */
  AWAY,
  /** The connection or its opening handshake is under way. */
  CONNECTING,
  /** The server has yet to confirm the join. */
  JOINING,
  /** A member of its board, who publishes. */
  JOINED,
  /** Has said good-bye, or is to be no more; the connection has not ended yet. */
  LEAVING;

  /**
   * The transition to {@code next}.
   *
   * @return {@code next}
   * @throws IllegalStateException when there is no such transition
   */
  UserState to(UserState next) {
    if (!leadsTo(next)) {
      throw new IllegalStateException("no transition from " + this + " to " + next);
    }
    return next;
  }

  private boolean leadsTo(UserState next) {
    return switch (this) {
      case AWAY -> next == CONNECTING;
      case CONNECTING -> next == JOINING || next == LEAVING || next == AWAY;
      case JOINING -> next == JOINED || next == LEAVING || next == AWAY;
      case JOINED -> next == LEAVING || next == AWAY;
      case LEAVING -> next == AWAY;
    };
  }
}
