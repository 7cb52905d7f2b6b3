package org.boardbench.springwebsocket;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.TextMessage;

/** Who is on which board. A board exists while it has members. */
@Component
class Boards {
  private final Map<String, Set<Member>> membersByBoard = new ConcurrentHashMap<>();

  /** From the return on, every message published to the board reaches the member. */
  void join(String boardId, Member member) {
    membersByBoard.compute(
        boardId,
        (id, present) -> {
          Set<Member> members = present == null ? ConcurrentHashMap.newKeySet() : present;
          members.add(member);
          return members;
        });
  }

  void leave(String boardId, Member member) {
    membersByBoard.computeIfPresent(
        boardId,
        (id, members) -> {
          members.remove(member);
          return members.isEmpty() ? null : members;
        });
  }

  /** Every member gets this very message object. */
  void publish(String boardId, TextMessage message) {
    for (Member member : membersByBoard.getOrDefault(boardId, Set.of())) {
      member.sendMessage(message);
    }
  }
}
