package org.boardbench.driver.io.address;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The addresses that connections come from. Each has the local ports once, so that more connections
 * than ports need more addresses: on loopback there are many, 127.0.0.1 and those after it, and
 * elsewhere the one that the route says. Used by all loops.
 */
public final class SourceAddresses {
  /** Ports that others use, or that rest after a connection, are left to them. */
  private static final double SHARE = 0.8;

  /** Of 127.0.0.0/24, of which the last is for broadcasts. */
  private static final int MOST = 254;

  private static final byte[] FIRST = {127, 0, 0, 1};

  private final int number;
  private final AtomicInteger used = new AtomicInteger();

  private SourceAddresses(int number) {
    this.number = number;
  }

  /** For so many connections at a time, where an address has {@code ports} of them. */
  public static SourceAddresses of(int connections, long ports) {
    double usable = Math.max(1, Math.floor(SHARE * ports));
    return new SourceAddresses((int) Math.clamp(Math.ceil(connections / usable), 1, MOST));
  }

  /** The most connections that all of them can have at a time. */
  public static long most(long ports) {
    double most = MOST * Math.floor(SHARE * ports);
    return (long) most;
  }

  /** Whether connections to {@code server} can come from all of them. */
  public static boolean reach(InetAddress server) {
    return server instanceof Inet4Address && server.isLoopbackAddress();
  }

  /** Where the next connection to {@code server} comes from; empty: where the kernel says. */
  Optional<InetAddress> next(InetAddress server) {
    if (number == 1 || server == null || !reach(server)) {
      return Optional.empty();
    }
    byte[] address = Arrays.copyOf(FIRST, FIRST.length);
    address[FIRST.length - 1] += (byte) Math.floorMod(used.getAndIncrement(), number);
    return Optional.of(literal(address));
  }

  private static InetAddress literal(byte[] address) {
    try {
      return InetAddress.getByAddress(address);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }
}
