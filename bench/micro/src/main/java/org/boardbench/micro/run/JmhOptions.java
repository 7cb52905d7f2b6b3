package org.boardbench.micro.run;

import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;

/**
 * Options of JMH's own command line.
 *
 * @param arguments as they were given
 * @param parsed what they mean
 */
record JmhOptions(List<String> arguments, Options parsed) {
  /** Some look at the machine only, or would put results where nobody looks for them. */
  private static final List<String> NOT_HERE =
      List.of("-h", "-l", "-lp", "-lrf", "-lprof", "-o", "-rf", "-rff");

  JmhOptions {
    arguments = List.copyOf(arguments);
  }

  /**
   * Reads them.
   *
   * @throws UsageException when they are none of JMH's, or of no use here
   */
  static JmhOptions parse(List<String> arguments) throws UsageException {
    for (String argument : arguments) {
      if (NOT_HERE.contains(argument)) {
        throw new UsageException(
            argument + ": not taken here: see --list for the benchmarks, --out for the folder");
      }
    }
    try {
      CommandLineOptions parsed = new CommandLineOptions(arguments.toArray(String[]::new));
      if (!parsed.getIncludes().isEmpty()) {
        throw new UsageException(
            "names of benchmarks belong to --bench, was " + parsed.getIncludes());
      }
      int forks = parsed.getForkCount().orElse(1);
      if (forks < 1) {
        throw new UsageException("-f: must be at least 1, was " + forks);
      }
      return new JmhOptions(arguments, parsed);
    } catch (CommandLineOptionException e) {
      throw new UsageException("JMH: " + e.getMessage());
    }
  }

  /** The names of parameters of which they choose values. */
  List<String> parameters() {
    List<String> names = new ArrayList<>();
    for (int i = 0; i + 1 < arguments.size(); i++) {
      if (arguments.get(i).equals("-p")) {
        String assignment = arguments.get(i + 1);
        names.add(assignment.substring(0, Math.max(0, assignment.indexOf('='))));
      }
    }
    return names;
  }
}
