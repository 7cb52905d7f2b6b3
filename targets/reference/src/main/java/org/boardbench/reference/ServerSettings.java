package org.boardbench.reference;

import java.util.function.Consumer;

/**
 * How a server runs.
 *
 * @param port on the loopback address; 0 takes a free one
 * @param log gets a line for each connection that the server ends on its own account
 */
public record ServerSettings(int port, FaultScript script, Poll poll, Consumer<String> log) {
  /** How the server's thread waits for work. */
  public enum Poll {
    /** In the kernel. */
    WAIT,
    /** Asking all the time, so that its own wake-up is in no time; takes a whole core. */
    SPIN
  }

  /** A free port, waiting in the kernel, saying nothing. */
  public static ServerSettings of(FaultScript script) {
    return new ServerSettings(0, script, Poll.WAIT, line -> {});
  }
}
