package org.boardbench.driver.socket;

import java.io.IOException;
import org.boardbench.measure.RunClock;

class NioLoopTest extends SocketLoopContract {
  @Override
  SocketLoop start(String threadName, RunClock clock, SocketLoop.Agenda agenda) throws IOException {
    return NioLoop.start(threadName, clock, agenda);
  }
}
