package org.boardbench.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Scanner;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class LoopbackPortsTest {
  private static final Path RANGE = Path.of("/proc/sys/net/ipv4/ip_local_port_range");

  private final LoopbackPorts ports = new LoopbackPorts();

  @Test
  void handsOutPortsThatNobodyListensOnAndNoneTwice() throws Exception {
    Set<Integer> all = new HashSet<>();
    for (int i = 0; i < 200; i++) {
      int port = ports.next();
      all.add(port);
      new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
    }

    assertThat(all).hasSize(200);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void handsOutPortsThatAreFreeAtAnotherAddressToo() throws Exception {
    InetAddress other = InetAddress.ofLiteral("127.0.0.2");
    LoopbackPorts both = LoopbackPorts.alsoAt(other);
    for (int i = 0; i < 50; i++) {
      new ServerSocket(both.next(), 1, other).close();
    }
  }

  /** A user's connection must not get the port of a server that is down. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void handsOutNoneThatTheKernelGivesToConnections() throws Exception {
    int first;
    try (Scanner range = new Scanner(RANGE, StandardCharsets.US_ASCII)) {
      first = range.nextInt();
    }
    assumeTrue(first > 10_000, "connections leave room below");

    for (int i = 0; i < 200; i++) {
      assertThat(ports.next()).isLessThan(first);
    }
  }
}
