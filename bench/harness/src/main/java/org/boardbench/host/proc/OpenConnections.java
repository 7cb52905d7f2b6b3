package org.boardbench.host.proc;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Counts the TCP connections that are open at ports of this machine, as the kernel lists them
 * ({@code proc_net_tcp(5)}). A server that listens for IPv6 too has its connections over IPv4 in
 * the list of IPv6.
 */
public final class OpenConnections {
  private static final List<String> LISTS = List.of("net/tcp", "net/tcp6");

  /** In a line: number, local address, remote address, state. */
  private static final int LOCAL = 1;

  private static final int STATE = 3;
  private static final String ESTABLISHED = "01";
  private static final int HEX = 16;

  private final Path root;
  private final List<Integer> ports;

  /**
   * @param root {@code /proc}, or a folder that looks like it
   * @param ports on which servers listen
   */
  public OpenConnections(Path root, List<Integer> ports) {
    this.root = root;
    this.ports = List.copyOf(ports);
  }

  /**
   * How many each port has now, in the order of the ports; empty where there is none, or the kernel
   * does not tell.
   */
  public Optional<List<Integer>> count() {
    if (ports.isEmpty()) {
      return Optional.empty();
    }
    Map<Integer, Integer> open = new TreeMap<>();
    ports.forEach(port -> open.put(port, 0));
    boolean isTold = false;
    for (String list : LISTS) {
      isTold |= add(root.resolve(list), open);
    }
    return isTold ? Optional.of(ports.stream().map(open::get).toList()) : Optional.empty();
  }

  private static boolean add(Path list, Map<Integer, Integer> open) {
    try (BufferedReader lines = Files.newBufferedReader(list, StandardCharsets.US_ASCII)) {
      lines.readLine(); // what the columns are called
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] fields = line.strip().split(" +", STATE + 2);
        if (fields.length > STATE && fields[STATE].equals(ESTABLISHED)) {
          open.computeIfPresent(port(fields[LOCAL]), (port, number) -> number + 1);
        }
      }
      return true;
    } catch (IOException notThere) {
      return false;
    }
  }

  private static int port(String address) {
    return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1), HEX);
  }
}
