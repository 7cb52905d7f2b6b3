package org.boardbench.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.boardbench.calibrate.Calibration;
import org.boardbench.calibrate.CalibrationPlan;
import org.boardbench.input.InputException;
import org.boardbench.plan.PlanReader;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.results.FileNames;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code boardbench calibrate}: checks what was asked for, then hands it over. */
@Command(
    name = "calibrate",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Measures the harness itself on this machine, against a server whose every fault and delay is"
          + " known: whether its numbers are true, up to which rate, and how far apart two trials"
          + " are that differ in nothing. Later runs here embed the newest calibration that fits.",
    },
    synopsisHeading = "Usage: ",
    customSynopsis = "boardbench calibrate [options]",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  boardbench calibrate",
      "  boardbench calibrate --quick",
      "  boardbench calibrate --cpus-driver 1 --cpus-target 0 --out /tmp/x",
      "",
      "Exit status: 0 every number agrees with the truth; 1 some number does not, or could not be",
      "             had (each is named, all is stored); 2 wrong usage (nothing was started)."
    })
final class CalibrateCommand implements Callable<Integer> {
  /** Gives what a plan needs beside its driver; every case has stages of its own. */
  private static final String BASE =
      "{ targets: [" + Calibration.REFERENCE + "], stages: [ { users: 1, ramp: 0s, hold: 1s } ] }";

  private final CliContext context;

  @Option(names = "--quick", description = "In about a minute: fewer rates, users and trials.")
  private boolean isQuick;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The calibration's folder; must be empty or absent.")
  private Optional<Path> out = Optional.empty();

  @Option(
      names = "--results",
      paramLabel = "DIR",
      description = "Where a calibration gets a folder of its own (default: results).")
  private Optional<Path> results = Optional.empty();

  @Spec private CommandSpec spec;

  @Option(names = "--quiet", description = "Show nothing but the tables at the end.")
  private boolean isQuiet;

  CalibrateCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws InputException, IOException {
    ExperimentPlan base =
        new PlanReader(context.targets().in(context.home()))
            .read("calibration", BASE, PlanOptions.overrides(spec));
    CalibrationPlan plan = isQuick ? CalibrationPlan.quick() : CalibrationPlan.full();
    Path resultsFolder = results.orElse(context.home().resolve(FileNames.RESULTS));
    return context
        .calibration()
        .execute(
            new CalibrationRequest(
                plan, base, context.home(), resultsFolder, out, context.calibrationView(isQuiet)));
  }
}
