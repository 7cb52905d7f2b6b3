package org.boardbench.fleet;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.boardbench.junit.Children;

/**
 * Machines of a network, as far as one kernel can play them: network namespaces, each joined with
 * that of the tests by a pair of virtual Ethernet devices of its own. Their addresses are among
 * those that RFC 2544 keeps for benchmarks.
 */
final class NetworkNamespaces {
  private static final int ADDRESSES_EACH = 4;

  private final String prefix = "bb" + ProcessHandle.current().pid();
  private final String network = "198.18." + ProcessHandle.current().pid() % 256 + ".";
  private int made;

  /** Why there are none. */
  static final class UnavailableException extends Exception {
    private static final long serialVersionUID = 1L;

    UnavailableException(IOException cause) {
      super(cause.getMessage(), cause);
    }
  }

  /**
   * Makes so many.
   *
   * @throws UnavailableException when this machine lets nobody do that
   */
  static NetworkNamespaces of(int number) throws UnavailableException, InterruptedException {
    NetworkNamespaces all = new NetworkNamespaces();
    try {
      while (all.made < number) {
        all.add();
      }
      return all;
    } catch (IOException e) {
      all.end();
      throw new UnavailableException(e);
    }
  }

  private void add() throws IOException, InterruptedException {
    int number = made;
    made++;
    String space = name(number);
    String here = "h" + space;
    String there = "n" + space;
    ip("netns", "add", space);
    ip("link", "add", here, "type", "veth", "peer", "name", there, "netns", space);
    ip("addr", "add", hereAt(number) + "/30", "dev", here);
    ip("link", "set", here, "up");
    ip("-n", space, "addr", "add", addressOf(number) + "/30", "dev", there);
    ip("-n", space, "link", "set", "lo", "up");
    ip("-n", space, "link", "set", there, "up");
    ip("-n", space, "route", "add", "default", "via", hereAt(number));
  }

  private String name(int number) {
    return prefix + "x" + number;
  }

  private String hereAt(int number) {
    return network + (ADDRESSES_EACH * number + 1);
  }

  /** An address of the tests' own namespace that all others reach. */
  InetAddress here() throws IOException {
    return InetAddress.getByName(hereAt(0));
  }

  /** The address of one of them; they count from 0. */
  String addressOf(int number) {
    return network + (ADDRESSES_EACH * number + 2);
  }

  /** What the command line of a program in one of them begins with. */
  List<String> launcher(int number) {
    return List.of("ip", "netns", "exec", name(number));
  }

  /** Pulls its plug. */
  void unplug(int number) {
    try {
      ip("link", "set", "h" + name(number), "down");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void ip(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("ip"));
    command.addAll(List.of(words));
    Process process = Children.builder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", command) + ": " + output.strip());
    }
  }

  /**
   * Takes all of them away. A namespace's devices would go with it, but only some time later, and
   * the next of that name could not be made.
   */
  void end() throws InterruptedException {
    while (made > 0) {
      made--;
      takeAway("link", "del", "h" + name(made));
      takeAway("netns", "del", name(made));
    }
  }

  private static void takeAway(String... words) throws InterruptedException {
    try {
      ip(words);
    } catch (IOException neverMade) {
      // It is of the one that could not be made.
    }
  }
}
