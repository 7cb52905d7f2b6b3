package org.boardbench.browser.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalInt;
import org.boardbench.browser.chromium.BrowserFailure;
import org.boardbench.cli.PlanOptions;
import org.boardbench.cli.Version;
import org.boardbench.cli.exit.ExitStatus;
import org.boardbench.cli.exit.ShortUsageError;
import org.boardbench.core.ThisProgram;
import org.boardbench.input.InputException;
import org.boardbench.plan.PlanKeys;
import org.boardbench.view.terminal.text.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The entry of the commands that have a whiteboard in a browser. */
@Command(
    name = "boardbench",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "A whiteboard in a browser, for people and to measure what they feel.")
public final class BrowserProgram implements Runnable {
  @Spec private CommandSpec spec;

  private BrowserProgram() {}

  /**
   * What the commands need of the world around them.
   *
   * @param home the project's root
   * @param terminalColumns empty when nobody watches {@code out} at a terminal
   */
  record World(Path home, PrintStream out, PrintStream err, OptionalInt terminalColumns) {}

  /** The command line of this process. */
  public static void main(String[] arguments) {
    // Whatever the user's language: ASCII digits and points in all that is printed.
    Locale.setDefault(Locale.ROOT);
    World world = new World(ThisProgram.home(), System.out, System.err, Terminal.columns());
    System.exit(execute(world, arguments));
  }

  static int execute(World world, String... arguments) {
    return new CommandLine(new BrowserProgram())
        .addSubcommand(new BoardCommand(world))
        .addSubcommand(PlanOptions.of(new FeltCommand(world), PlanKeys.ALL))
        .addSubcommand(new FeltCheckCommand(world))
        .setOut(new PrintWriter(world.out(), true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(world.err(), true, StandardCharsets.UTF_8))
        .setUsageHelpWidth(100)
        .setParameterExceptionHandler(new ShortUsageError())
        .setExecutionExceptionHandler(
            (exception, commandLine, parsed) -> failure(exception, world.err()))
        .execute(arguments);
  }

  /** Without a command. */
  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "a command is missing: board, felt or felt-check");
  }

  private static int failure(Exception exception, PrintStream err) throws Exception {
    return switch (exception) {
      case InputException input -> {
        input.problems().forEach(err::println);
        yield ExitStatus.USAGE;
      }
      case BrowserFailure failed -> {
        err.println(failed.getMessage());
        yield ExitStatus.FAILED;
      }
      case IOException io -> {
        err.println(io.getMessage());
        yield ExitStatus.FAILED;
      }
      case InterruptedException ended -> ExitStatus.INTERRUPTED;
      default -> throw exception;
    };
  }
}
