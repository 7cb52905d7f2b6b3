package org.boardbench.reference;

import java.util.Map;

/** The raw contract: who is on which board, and what messages mean. */
final class Boards {
  private final FaultSchedule schedule;
  private final Tally tally;
  private final Delivery delivery;
  private final Map<String, Board> boards;

  /**
   * @param boards those that have members, by their id
   */
  Boards(Map<String, Board> boards, FaultSchedule schedule, Tally tally, Delivery delivery) {
    this.tally = tally;
    this.boards = boards;
    this.schedule = schedule;
    this.delivery = delivery;
  }

  /** Does what a text message asks for. */
  void take(Connection from, byte[] bytes, int start, int length, long readNs) {
    BoardMessage message;
    try {
      message = BoardMessage.read(bytes, start, length);
    } catch (BadMessage bad) {
      refuse(from, bad.getMessage());
      return;
    }
    if (message.join()) {
      join(from, message, readNs);
      return;
    }
    if (schedule.happensAt(Fault.CUT_WRITE, tally.message(), readNs)) {
      from.reset();
      return;
    }
    Board board = boards.get(message.boardId());
    // Nobody has joined it.
    if (board != null) {
      delivery.publish(board, from, bytes, start, length, readNs);
    }
  }

  /** Tells {@code to} alone what is wrong with what it sent, after all that came before it. */
  void refuse(Connection to, String reason) {
    delivery.endIteration();
    to.send(Answers.error(reason));
  }

  private void join(Connection member, BoardMessage message, long nowNs) {
    if (schedule.happensAt(Fault.MUTE_JOIN, member.number(), nowNs)) {
      return;
    }
    if (schedule.happensAt(Fault.REFUSE_JOIN, member.number(), nowNs)) {
      refuse(member, "board is full");
      return;
    }
    if (schedule.happensAt(Fault.CUT_JOIN, member.number(), nowNs)) {
      member.cutOff();
      return;
    }
    Board board = boards.computeIfAbsent(message.boardId(), Board::new);
    if (!board.contains(member)) {
      board.add(member);
    }
    schedule.joined(nowNs);
    delivery.joined();
    member.send(Answers.joined(message.boardId(), message.userId()));
  }

  /** Takes a connection that has closed off its boards. */
  void leave(Connection connection) {
    for (Board board : connection.boards()) {
      board.remove(connection);
      if (board.size() == 0) {
        boards.remove(board.id(), board);
      }
    }
    delivery.left(connection);
  }
}
