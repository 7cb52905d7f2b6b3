package org.boardbench.micro.fanout.socket;

import java.nio.ByteBuffer;

/** Gets what arrives at the members' ends, from one thread. */
@FunctionalInterface
interface Receiver {
  /**
   * Takes what has been read at one end.
   *
   * @param member counted from 0
   * @param bytes what has been read, for the time of the call
   */
  void received(int member, ByteBuffer bytes);
}
