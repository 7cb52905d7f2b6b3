package org.boardbench.driver.io;

import java.io.IOException;
import org.boardbench.core.RunClock;

class NioLoopTest extends SocketLoopContract {
  @Override
  SocketLoop start(String threadName, RunClock clock, SocketLoop.Agenda agenda) throws IOException {
    return NioLoop.start(threadName, clock, agenda);
  }
}
