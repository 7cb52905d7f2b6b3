package org.boardbench.reference;

import java.net.InetAddress;
import java.util.function.Consumer;

/**
 * How a server runs.
 *
 * @param address where it listens: the loopback address, but for tests of several machines
 * @param port 0 takes a free one
 * @param historyBytes of its last messages that a board keeps for newcomers; 0 keeps none
 * @param log gets a line for each connection that the server ends on its own account
 */
public record ServerSettings(
    InetAddress address,
    int port,
    FaultScript script,
    Poll poll,
    int historyBytes,
    Consumer<String> log) {
  /** At the loopback address. */
  public ServerSettings(
      int port, FaultScript script, Poll poll, int historyBytes, Consumer<String> log) {
    this(InetAddress.getLoopbackAddress(), port, script, poll, historyBytes, log);
  }

  /** How the server's thread waits for work. */
  public enum Poll {
    /** In the kernel. */
    WAIT,
    /** Asking all the time, so that its own wake-up is in no time; takes a whole core. */
    SPIN
  }

  /** A free port, waiting in the kernel, saying nothing. */
  public static ServerSettings of(FaultScript script) {
    return new ServerSettings(0, script, Poll.WAIT, 0, line -> {});
  }

  /** The same with boards that keep so many bytes of their last messages. */
  public ServerSettings withHistory(int bytes) {
    return new ServerSettings(address, port, script, poll, bytes, log);
  }

  /** The same at another address of this machine. */
  public ServerSettings at(InetAddress other) {
    return new ServerSettings(other, port, script, poll, historyBytes, log);
  }
}
