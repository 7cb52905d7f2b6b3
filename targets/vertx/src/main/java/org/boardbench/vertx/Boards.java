package org.boardbench.vertx;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The boards of all event loops: the members of a board may be on any of them. */
final class Boards {
  private final List<LoopBoards> loops = new CopyOnWriteArrayList<>();

  /** Before the loop serves its first connection. */
  void add(LoopBoards loop) {
    loops.add(loop);
  }

  /**
   * Every member of the board gets the text.
   *
   * @param own of the event loop that this is called on
   */
  void publish(String boardId, String text, LoopBoards own) {
    for (LoopBoards loop : loops) {
      if (loop == own) {
        loop.deliver(boardId, text);
      } else {
        loop.deliverLater(boardId, text);
      }
    }
  }
}
