package org.boardbench.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.boardbench.calibrate.Calibration;
import org.boardbench.cli.exit.ExitStatus;
import org.boardbench.cli.exit.ShortUsageError;
import org.boardbench.cli.run.RunRequest;
import org.boardbench.cli.run.WholeRun;
import org.boardbench.core.ThisProgram;
import org.boardbench.input.InputException;
import org.boardbench.plan.PlanKeys;
import org.boardbench.sut.manifest.TargetCatalog;
import org.boardbench.trial.Onlooker;
import org.boardbench.trial.events.EventBus;
import org.boardbench.view.terminal.text.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The program's entry. {@code report} and {@code compare}, and {@code board}, {@code felt} and
 * {@code felt-check}, belong to programs of their own.
 */
@Command(
    name = "boardbench",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "How well do real-time servers keep a shared board in sync, and why?",
    footer = {
      "",
      "Programs of their own:",
      "  report        figures, tables and the page of a stored run",
      "  compare       what has changed from one run to another",
      "  micro         microbenchmarks of what a server does with a message",
      "  bench-driver  the driver's CPU beside a plain C client's",
      "  board         a whiteboard on a server, for people",
      "  felt          what two people in browsers feel of each other",
      "  felt-check    whether known delays are felt as what they are",
      "",
      "Each says more with --help: boardbench run --help"
    })
public final class Boardbench implements Runnable {
  @Spec private CommandSpec spec;

  private Boardbench() {}

  /** The command line of this process. */
  public static void main(String[] arguments) {
    // Whatever the user's language: ASCII digits and points in all that is printed.
    Locale.setDefault(Locale.ROOT);
    Path home = ThisProgram.home();
    CliContext context =
        new CliContext(
            Boardbench::sweep,
            Boardbench::calibrate,
            root -> Set.copyOf(new TargetCatalog(root).names()),
            home,
            System.out,
            System.err,
            Terminal.columns());
    System.exit(execute(context, arguments));
  }

  static int sweep(RunRequest request) throws InputException, IOException {
    return WholeRun.execute(request, Onlooker.NONE);
  }

  private static int calibrate(CalibrationRequest request) throws InputException, IOException {
    Calibration.Outcome outcome =
        new Calibration(
                request.plan(),
                request.base(),
                request.projectRoot(),
                EventBus.to(List.of(request.view()), System.err::println))
            .run(request.results(), request.out());
    return switch (outcome) {
      case OK -> ExitStatus.OK;
      case MISSED -> ExitStatus.FAILED;
      case INTERRUPTED -> ExitStatus.INTERRUPTED;
    };
  }

  static int execute(CliContext context, String... arguments) {
    return new CommandLine(new Boardbench())
        .addSubcommand(PlanOptions.of(new RunCommand(context), PlanKeys.ALL))
        .addSubcommand(PlanOptions.of(new CalibrateCommand(context), PlanKeys.OF_THE_DRIVER))
        .addSubcommand(PlanOptions.of(new ClientShareCommand(context), PlanKeys.OF_CLIENTS))
        .addSubcommand(ExplainCommand.of(context))
        .addSubcommand(new DoctorCommand(context))
        .addSubcommand(new ImagesCommand(context))
        .addSubcommand(new WatchCommand(context))
        .addSubcommand(new ExportCommand(context))
        .addSubcommand(new AgentCommand(context))
        .setOut(new PrintWriter(context.out(), true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(context.err(), true, StandardCharsets.UTF_8))
        .setUsageHelpWidth(100)
        .setParameterExceptionHandler(new ShortUsageError())
        .setExecutionExceptionHandler(
            (exception, commandLine, parsed) -> failure(exception, context.err()))
        .execute(arguments);
  }

  /** Without a command. */
  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "a command is missing; boardbench --help lists them");
  }

  private static int failure(Exception exception, PrintStream err) throws Exception {
    return switch (exception) {
      case InputException plan -> {
        plan.problems().forEach(err::println);
        yield ExitStatus.USAGE;
      }
      case IOException io -> {
        err.println(io.getMessage());
        yield ExitStatus.FAILED;
      }
      default -> throw exception;
    };
  }
}
