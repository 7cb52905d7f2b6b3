package org.boardbench.protocol;

/** Who a connection is: user {@code u17} on board {@code b3}. Both count from 0. */
public record UserIdentity(int user, int board) {
  public String userId() {
    return "u" + user;
  }

  public String boardId() {
    return "b" + board;
  }
}
