package org.boardbench.micro.fanout.dispatch;

import java.util.List;
import org.boardbench.micro.fanout.Sink;

/** The publisher's thread sends to one member after the other, under each session's lock. */
final class CallerLock implements Dispatcher {
  @Override
  public Board open(List<? extends Sink> sinks) {
    return Board.ofSessions(sinks, LockedSession::new);
  }

  @Override
  public void close() {}
}
