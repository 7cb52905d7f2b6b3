package org.boardbench.sut.link;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a program is told, on its standard input, what to drop of what arrives at loopback. */
enum Rules {
  /** Before everybody else's tables, so that nobody lets pass what is to be dropped. */
  NFT("nft", "-f -") {
    @Override
    String setting(String name, List<Integer> ports) {
      return lines(
          "create table ip " + name,
          "add chain ip %s parted { type filter hook input priority -300 ; policy accept ; }"
              .formatted(name),
          eachWay(
              ports,
              rule -> "add rule ip " + name + " parted iifname \"lo\" tcp " + rule + " drop",
              "dport ",
              "sport "));
    }

    @Override
    String deletion(String name) {
      return "delete table ip " + name;
    }
  },

  IPTABLES("iptables-restore", "--noflush --wait=5") {
    @Override
    String setting(String name, List<Integer> ports) {
      return lines(
          "*filter",
          "-N " + name,
          eachWay(
              ports,
              rule -> "-A " + name + " -p tcp -m tcp " + rule + " -j DROP",
              "--dport ",
              "--sport "),
          "-I INPUT 1 -i lo -j " + name,
          "COMMIT");
    }

    @Override
    String deletion(String name) {
      return lines("*filter", "-D INPUT -i lo -j " + name, "-F " + name, "-X " + name, "COMMIT");
    }
  };

  private final String program;
  private final String options;

  Rules(String program, String options) {
    this.program = program;
    this.options = options;
  }

  String program() {
    return program;
  }

  List<String> options() {
    return List.of(options.split(" "));
  }

  /**
   * Sets all of it, or nothing when something is refused.
   *
   * @param name of a table or chain that is not there yet
   */
  abstract String setting(String name, List<Integer> ports);

  /** Takes all of that back. */
  abstract String deletion(String name);

  private static String eachWay(
      List<Integer> ports, Function<String, String> rule, String to, String from) {
    return ports.stream()
        .flatMap(port -> Stream.of(to + port, from + port))
        .map(rule)
        .collect(Collectors.joining("\n"));
  }

  private static String lines(String... lines) {
    return Stream.of(lines).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
  }
}
