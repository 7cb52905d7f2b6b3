package org.boardbench.browser.chromium;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.boardbench.host.command.CommandRun;
import org.boardbench.host.command.HostEnvironment;
import org.boardbench.input.InputException;
import org.boardbench.input.Problem;

/**
 * A Chromium that this machine has.
 *
 * @param version as it says itself, {@code 156.0.8078.108}
 */
public record Chromium(Path program, String version) {
  /** Names one that is not on the PATH, or another one than that. */
  public static final String VARIABLE = "BOARDBENCH_CHROMIUM";

  /** The first whose Element Timing tells presentation to whoever is isolated. */
  static final int OLDEST = 140;

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
  private static final Pattern VERSION = Pattern.compile("(\\d+)(?:\\.\\d+)+");

  /**
   * Looks for one.
   *
   * @throws InputException in one line with the remedy when there is none that will do
   */
  public static Chromium find(HostEnvironment host) throws InputException, InterruptedException {
    return find(Optional.ofNullable(System.getenv(VARIABLE)), host);
  }

  static Chromium find(Optional<String> named, HostEnvironment host)
      throws InputException, InterruptedException {
    Optional<Path> program =
        named.isPresent()
            ? named.map(Path::of).filter(Files::isExecutable)
            : NAMES.stream().map(host::which).flatMap(Optional::stream).findFirst();
    if (program.isEmpty()) {
      throw problem(named.map(path -> "nothing to run at " + path).orElse("none"));
    }
    String said =
        CommandRun.of(List.of(program.get().toString(), "--version"), host.root(), Map.of())
            .filter(CommandRun::succeeded)
            .map(CommandRun::printed)
            .orElse("");
    Matcher version = VERSION.matcher(said);
    if (!version.find()) {
      throw problem(program.get() + ", which does not tell its version");
    }
    if (Integer.parseInt(version.group(1)) < OLDEST) {
      throw problem(version.group() + " at " + program.get());
    }
    return new Chromium(program.get(), version.group());
  }

  private static InputException problem(String found) {
    return new InputException(
        List.of(
            new Problem(
                "chromium",
                OLDEST
                    + " or newer is needed for a whiteboard in a browser, found "
                    + found
                    + ": install Chromium (Debian: apt-get install chromium), or name its program"
                    + " by "
                    + VARIABLE)));
  }
}
