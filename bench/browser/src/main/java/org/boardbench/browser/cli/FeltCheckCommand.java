package org.boardbench.browser.cli;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.boardbench.browser.check.FeltCheck;
import org.boardbench.browser.chromium.BrowserFailure;
import org.boardbench.browser.chromium.Chromium;
import org.boardbench.browser.cli.BrowserProgram.World;
import org.boardbench.cli.Version;
import org.boardbench.cli.exit.ExitStatus;
import org.boardbench.host.command.HostEnvironment;
import org.boardbench.input.InputException;
import org.boardbench.input.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code boardbench felt-check}: are known delays felt as what they are? */
@Command(
    name = "felt-check",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Whether known delays, in the page's draw and in the server, move the median of what is felt by"
          + " just that (2 ms), whether the browser's trace and Element Timing agree (a frame), and"
          + " whether the halves of the way add up to the whole (5 ms).",
      "",
      "Exit status: 0 all of it; 1 something was off; 2 wrong usage, or no Chromium."
    })
final class FeltCheckCommand implements Callable<Integer> {
  private static final String USUAL_SECONDS = "40";
  private static final int MOST_SECONDS = 3_600;

  private final World world;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      description = "How long each delay is measured (default: " + USUAL_SECONDS + ").")
  private int seconds = Integer.parseInt(USUAL_SECONDS);

  FeltCheckCommand(World world) {
    this.world = world;
  }

  @Override
  public Integer call() throws InputException, BrowserFailure, InterruptedException {
    if (seconds < 1 || seconds > MOST_SECONDS) {
      throw new InputException(
          List.of(
              new Problem(
                  "--seconds",
                  "must be a whole number from 1 to " + MOST_SECONDS + ", was " + seconds)));
    }
    Chromium chromium = Chromium.find(HostEnvironment.of(world.home()));
    world.out().println("Chromium " + chromium.version() + " at " + chromium.program());
    boolean isRight =
        new FeltCheck(chromium, Duration.ofSeconds(seconds), world.out()::println).run();
    return isRight ? ExitStatus.OK : ExitStatus.FAILED;
  }
}
