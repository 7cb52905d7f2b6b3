package org.boardbench.driver.io.linux;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteOrder;

/** An address in the shape that {@code connect} takes. */
public record SocketAddress(int family, MemorySegment bytes) {
  private static final ValueLayout.OfShort NETWORK_SHORT =
      JAVA_SHORT.withOrder(ByteOrder.BIG_ENDIAN);
  private static final long PORT = 2;
  private static final long ADDRESS_V4 = 4;
  private static final long ADDRESS_V6 = 8;
  private static final long SCOPE_V6 = 24;
  private static final long BYTES_V4 = 16;
  private static final long BYTES_V6 = 28;

  public static SocketAddress of(InetSocketAddress address, Arena arena) {
    InetAddress host = address.getAddress();
    boolean isV6 = host instanceof Inet6Address;
    MemorySegment bytes = arena.allocate(isV6 ? BYTES_V6 : BYTES_V4, 8);
    int family = isV6 ? Linux.AF_INET6 : Linux.AF_INET;
    bytes.set(JAVA_SHORT, 0, (short) family);
    bytes.set(NETWORK_SHORT, PORT, (short) address.getPort());
    byte[] raw = host.getAddress();
    MemorySegment.copy(raw, 0, bytes, JAVA_BYTE, isV6 ? ADDRESS_V6 : ADDRESS_V4, raw.length);
    if (host instanceof Inet6Address v6) {
      bytes.set(JAVA_INT, SCOPE_V6, v6.getScopeId());
    }
    return new SocketAddress(family, bytes);
  }
}
