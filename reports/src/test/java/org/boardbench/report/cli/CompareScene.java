package org.boardbench.report.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.stream.DoubleStream;
import org.boardbench.report.SyntheticStarts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A run of four starts to compare others with, and what the command has printed. */
abstract class CompareScene {
  static final double[] RTT = {2.0, 2.1, 1.95, 2.05};
  private static final double[] TPS = {1000, 1010, 990, 1000};
  private static final double[] NOTHING = {0, 0, 0, 0};

  @TempDir Path results;
  final StringWriter out = new StringWriter();
  final StringWriter err = new StringWriter();
  Path base;

  @BeforeEach
  void writeBase() throws Exception {
    base = like("base", 1).writeTo(results.resolve("base"));
  }

  /** The same with so much more of an RTT, and as much less of a rate. */
  static SyntheticStarts like(String id, double factor) {
    return new SyntheticStarts(id)
        .figure("zoo", 100, "rtt_p95_ms", times(RTT, factor))
        .figure("zoo", 100, "tps", times(TPS, 1 / factor))
        .figure("zoo", 100, "owed_lost_pct", NOTHING)
        .figure("zoo", 100, "loss_pct", NOTHING);
  }

  private static double[] times(double[] values, double factor) {
    return DoubleStream.of(values).map(value -> value * factor).toArray();
  }

  /** Gives the exit status; draws nothing. */
  int compare(Path run, String... options) {
    String[] arguments = new String[options.length + 3];
    arguments[0] = base.toString();
    arguments[1] = run.toString();
    arguments[2] = "--no-figure";
    System.arraycopy(options, 0, arguments, 3, options.length);
    return execute(arguments);
  }

  /** As a process would. */
  int execute(String... arguments) {
    return new CommandLine(new CompareCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
