package org.boardbench.fleet.coordinator;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.boardbench.input.InputException;
import org.boardbench.input.Problem;

/** Where an agent listens: {@code 10.0.0.2:7900}, {@code driver-2:7900} or {@code [::1]:7900}. */
public record AgentAddress(String host, int port) {
  /** The option that lists them. */
  public static final String OPTION = "--agents";

  private static final Pattern FORM =
      Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[^\\s:\\[\\],]+):(\\d{1,5})");

  /** FD_SOCK2 listens so much above. */
  private static final int HIGHEST_PORT = 65_535 - 103;

  /** For who is told of a mistake. */
  public static final String PORTS = " with a port from 1 to " + HIGHEST_PORT;

  /**
   * Reads a list with commas.
   *
   * @throws InputException with every one that is none, or stands there twice
   */
  public static List<AgentAddress> list(String text) throws InputException {
    List<Problem> problems = new ArrayList<>();
    Set<AgentAddress> addresses = new LinkedHashSet<>();
    for (String part : text.split(",", -1)) {
      Optional<AgentAddress> address = of(part.strip());
      if (address.isEmpty()) {
        problems.add(
            new Problem(
                OPTION,
                "must be HOST:PORT[,HOST:PORT...]" + PORTS + ", was '" + part.strip() + "'"));
      } else if (!addresses.add(address.get())) {
        problems.add(new Problem(OPTION, "each agent once, was " + address.get() + " again"));
      }
    }
    if (!problems.isEmpty()) {
      throw new InputException(problems);
    }
    return List.copyOf(addresses);
  }

  /** Empty when it is none. */
  public static Optional<AgentAddress> of(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int port = Integer.parseInt(matcher.group(2));
    return port < 1 || port > HIGHEST_PORT
        ? Optional.empty()
        : Optional.of(new AgentAddress(matcher.group(1), port));
  }

  /** Looks the host up. */
  public InetSocketAddress socketAddress() {
    return new InetSocketAddress(host, port);
  }

  /** Whether it is this machine's own and reaches what listens at 127.0.0.1. */
  boolean isLoopback() {
    InetAddress address = socketAddress().getAddress();
    return address != null && address.isLoopbackAddress();
  }

  /** Whether it stands for all addresses of a machine, as {@code 0.0.0.0} does. */
  public boolean isEveryAddress() {
    try {
      return InetAddress.ofLiteral(host.replaceAll("[\\[\\]]", "")).isAnyLocalAddress();
    } catch (IllegalArgumentException isName) {
      return false;
    }
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
