package org.boardbench.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PerfSamplerTest {
  private static final long PID = 3316;

  @Test
  void readsThreadsAndFramesFromTheOutermostOnWithTheKernelsOwnMarked() {
    List<Stack> stacks =
        PerfSampler.parse(
                """
                node  3316\s
                \tffffffff81a0b2c0 tcp_sendmsg
                \tffffffff81000120 do_syscall_64
                \t    7f3b2c1d2e10 __libc_write
                \t    55d0e1a2b3c4 [unknown]

                GC Thread 1  3320\s
                \t          a1b2c3 std::sort<int, x>

                """
                    .lines()
                    .iterator(),
                PID)
            .stacks();

    assertThat(stacks)
        .extracting(Stack::frames)
        .containsExactly(
            List.of("__libc_write", "kernel:do_syscall_64", "kernel:tcp_sendmsg"),
            List.of("std::sort<int, x>"));
    assertThat(stacks).extracting(Stack::thread).containsExactly(ProcessTimes.MAIN, "GC Thread 1");
  }

  @Test
  void whatPerfSaysBesidesIsNoSample() {
    assertThat(
            PerfSampler.parse(
                    List.of("Warning:", "Processed 12 events and lost 1 chunks!", "").iterator(),
                    PID)
                .stacks())
        .isEmpty();
  }
}
