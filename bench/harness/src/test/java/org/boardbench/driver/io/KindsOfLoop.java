package org.boardbench.driver.io;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** The loops that this machine has, for tests that every kind must pass. */
public final class KindsOfLoop {
  private KindsOfLoop() {}

  /** All of them. */
  public static Stream<SocketLoops> here() {
    return Arrays.stream(SocketLoops.Kind.values())
        .filter(kind -> kind.obstacle().isEmpty())
        .map(kind -> new SocketLoops(kind, Optional.empty()));
  }

  /** Those whose arrivals are the kernel's. */
  public static Stream<SocketLoops> withKernelTimes() {
    return here().filter(loops -> loops.kind() != SocketLoops.Kind.NIO);
  }
}
