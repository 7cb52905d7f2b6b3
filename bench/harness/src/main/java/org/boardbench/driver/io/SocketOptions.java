package org.boardbench.driver.io;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.boardbench.driver.io.linux.Linux;
import org.boardbench.driver.io.linux.SocketAddress;

/** What a socket of a native loop is told before it connects. Used by the loop's thread. */
final class SocketOptions {
  private final MemorySegment error;
  private final MemorySegment word;

  SocketOptions(Arena arena, MemorySegment error) {
    this.error = error;
    this.word = arena.allocate(Integer.BYTES, Integer.BYTES);
  }

  /**
   * Without these options a connection would have other figures than the rest, so it has none.
   *
   * @param from where it is to come from, if that is not left to the kernel
   * @return what went wrong
   */
  Optional<String> prepare(int socket, Optional<InetAddress> from, Arena call) {
    int undelayed = set(socket, Linux.IPPROTO_TCP, Linux.TCP_NODELAY, 1);
    int result = undelayed < 0 ? undelayed : askForTimes(socket);
    if (result < 0) {
      return Optional.of(ConnectionErrors.ofCall("setsockopt", -result));
    }
    return from.flatMap(address -> bind(socket, address, call));
  }

  /** The port is chosen by connect, which knows that other servers' connections may share it. */
  private Optional<String> bind(int socket, InetAddress from, Arena call) {
    int late = set(socket, Linux.IPPROTO_IP, Linux.IP_BIND_ADDRESS_NO_PORT, 1);
    if (late < 0) {
      return Optional.of(ConnectionErrors.ofCall("setsockopt", -late));
    }
    MemorySegment address = SocketAddress.of(new InetSocketAddress(from, 0), call).bytes();
    int bound = Linux.bind(error, socket, address);
    return bound < 0 ? Optional.of(ConnectionErrors.ofCall("bind", -bound)) : Optional.empty();
  }

  /** Has the kernel note when bytes arrive; negative when it does not. */
  int askForTimes(int socket) {
    int kind = Linux.SOF_TIMESTAMPING_RX_SOFTWARE | Linux.SOF_TIMESTAMPING_SOFTWARE;
    return set(socket, Linux.SOL_SOCKET, Linux.SO_TIMESTAMPING, kind);
  }

  private int set(int socket, int level, int option, int value) {
    word.set(JAVA_INT, 0, value);
    return Linux.setOption(error, socket, level, option, word);
  }
}
