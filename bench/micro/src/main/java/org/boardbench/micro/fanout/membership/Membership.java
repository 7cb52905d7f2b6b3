package org.boardbench.micro.fanout.membership;

import org.boardbench.micro.fanout.Message;
import org.boardbench.micro.fanout.Sink;

/** Who is on a board. Any thread may call any method at any time, as in a server. */
interface Membership {
  /** From the return on, every message published reaches the member. */
  void join(Sink member);

  /** No message published after the return reaches the member. */
  void leave(Sink member);

  /** Delivers to every member on the caller's thread. */
  void publish(Message message);
}
