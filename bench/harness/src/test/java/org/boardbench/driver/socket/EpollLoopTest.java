package org.boardbench.driver.socket;

import java.io.IOException;
import org.boardbench.measure.RunClock;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class EpollLoopTest extends SocketLoopContract {
  @Override
  SocketLoop start(String threadName, RunClock clock, SocketLoop.Agenda agenda) throws IOException {
    return EpollLoop.start(threadName, clock, agenda);
  }
}
