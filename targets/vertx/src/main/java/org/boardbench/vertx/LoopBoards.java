package org.boardbench.vertx;

import io.vertx.core.Context;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Who is on which board, of the connections that one event loop serves. Used on that loop alone,
 * but for {@link #deliverLater}. A board exists while it has members.
 */
final class LoopBoards {
  private final Context loop;
  private final Map<String, Set<Member>> membersByBoard = new HashMap<>();

  LoopBoards(Context loop) {
    this.loop = loop;
  }

  void join(String boardId, Member member) {
    membersByBoard.computeIfAbsent(boardId, id -> new HashSet<>()).add(member);
  }

  void leave(String boardId, Member member) {
    Set<Member> members = membersByBoard.get(boardId);
    members.remove(member);
    if (members.isEmpty()) {
      membersByBoard.remove(boardId);
    }
  }

  void deliver(String boardId, String text) {
    for (Member member : membersByBoard.getOrDefault(boardId, Set.of())) {
      member.send(text);
    }
  }

  /** From any thread. What one thread hands over is delivered in that order. */
  void deliverLater(String boardId, String text) {
    loop.runOnContext(v -> deliver(boardId, text));
  }
}
