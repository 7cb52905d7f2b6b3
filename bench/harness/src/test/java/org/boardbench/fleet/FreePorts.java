package org.boardbench.fleet;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Random;

/** Ports at which an agent can listen. */
public final class FreePorts {
  private static final Random PORTS = new Random();

  private FreePorts() {}

  /**
   * One that is free at the loopback address, by TCP and UDP, with the one a hundred above it.
   * Those that the system hands out by itself are higher.
   */
  public static int withNeighbours() {
    int port = 20_000 + PORTS.nextInt(12_000);
    return isFree(port) ? port : withNeighbours();
  }

  private static boolean isFree(int port) {
    InetAddress here = InetAddress.getLoopbackAddress();
    try (ServerSocket one = new ServerSocket(port, 1, here);
        ServerSocket other = new ServerSocket(port + 100, 1, here);
        DatagramSocket udp = new DatagramSocket(new InetSocketAddress(here, port))) {
      return one.isBound() && other.isBound() && udp.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
