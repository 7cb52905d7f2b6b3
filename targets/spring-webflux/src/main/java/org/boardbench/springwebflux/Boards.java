package org.boardbench.springwebflux;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

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

  /** Every member gets these very bytes. */
  void publish(String boardId, byte[] text) {
    for (Member member : membersByBoard.getOrDefault(boardId, Set.of())) {
      member.send(text);
    }
  }
}
