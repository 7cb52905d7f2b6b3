package org.boardbench.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.boardbench.cli.run.ExperimentRun;
import org.junit.jupiter.api.io.TempDir;

/** The command line in a project of its own, and what it prints. */
abstract class CommandLineScene {
  @TempDir Path home;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  /** An experiment that is called {@code tiny}. */
  void writeExperiment(String yaml) throws IOException {
    Path experiments = Files.createDirectories(home.resolve("bench/experiments"));
    Files.writeString(experiments.resolve("tiny.yaml"), yaml);
  }

  int execute(
      ExperimentRun run, CalibrationRun calibration, TargetNames targets, String... arguments) {
    CliContext context =
        new CliContext(
            run,
            calibration,
            targets,
            home,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            OptionalInt.empty());
    return Boardbench.execute(context, arguments);
  }

  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  /** What was printed so far. */
  void forgetOutput() {
    out.reset();
  }
}
