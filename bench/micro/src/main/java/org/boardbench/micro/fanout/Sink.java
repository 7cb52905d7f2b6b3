package org.boardbench.micro.fanout;

/**
 * Where a member's session ends. It takes one delivery at a time: whoever delivers sees to that,
 * and that each delivery happens before the next.
 */
public interface Sink {
  void accept(Message message);
}
