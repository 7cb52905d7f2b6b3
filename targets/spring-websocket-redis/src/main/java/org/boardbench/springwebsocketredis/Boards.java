package org.boardbench.springwebsocketredis;

/** The boards of this worker's members, and the way to the other workers. */
interface Boards {
  /**
   * From the return on, every message published to the board reaches the member.
   *
   * @throws org.springframework.dao.DataAccessException when Redis has not confirmed that
   */
  void join(String boardId, Member member);

  void leave(String boardId, Member member);

  /**
   * Returns once Redis has taken the text.
   *
   * @throws org.springframework.dao.DataAccessException when it has not
   */
  void publish(String boardId, String text);
}
