package org.boardbench.driver.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.concurrent.atomic.AtomicInteger;
import org.boardbench.core.RunClock;
import org.boardbench.driver.io.linux.Errno;
import org.boardbench.driver.io.linux.Linux;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class EpollLoopTest extends KernelTimesContract {
  EpollLoopTest() {
    super(SocketLoops.Kind.NATIVE);
  }

  @Override
  SocketLoop start(String threadName, RunClock clock, SocketLoop.Agenda agenda) throws IOException {
    return EpollLoop.start(threadName, clock, agenda, GATHERING);
  }

  @Test
  void aSocketThatTheKernelCannotWatchEndsAsTheMachinesFault() throws Exception {
    AtomicInteger watched = new AtomicInteger();
    EpollLoop.Watch fullAfterTheFirst =
        (error, epoll, descriptor, event) ->
            watched.incrementAndGet() == 1
                ? Linux.epollAdd(error, epoll, descriptor, event)
                : -Errno.ENOSPC.number();
    Recorder recorder = new Recorder();
    try (ServerSocketChannel server = listening();
        SocketLoop loop = EpollLoop.start("loop", clock, agenda, GATHERING, fullAfterTheFirst)) {
      InetSocketAddress address = (InetSocketAddress) server.getLocalAddress();
      loop.execute(() -> loop.connect(address, recorder));

      assertThat(recorder.next())
          .isEqualTo("ended driver's machine: epoll_ctl: no space left on device (ENOSPC)");
    }
    assertThat(recorder.events).isEmpty();
  }

  @Test
  void aLoopThatCannotWatchItsWakerDoesNotStart() {
    assertThatThrownBy(() ->
            EpollLoop.start(
                "loop",
                clock,
                agenda,
                GATHERING,
                (error, epoll, fd, event) -> -Errno.ENOMEM.number()))
        .isInstanceOf(IOException.class)
        .hasMessage("driver's machine: epoll_ctl: cannot allocate memory (ENOMEM)");
  }
}
