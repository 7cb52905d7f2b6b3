package org.boardbench.baseline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.boardbench.host.command.CommandRun;
import org.boardbench.host.command.HostEnvironment;

/** Makes the C client. */
final class CCompiler {
  private static final Duration DEADLINE = Duration.ofMinutes(2);

  private CCompiler() {}

  /**
   * Compiles {@code epoll_client.c}; a warning is an error.
   *
   * @param source the folder of the source
   * @param target the folder for the program; made when it is missing
   * @return the program
   */
  static Path compile(Path source, Path target)
      throws MeasurementException, IOException, InterruptedException {
    Path program = Files.createDirectories(target).resolve("epoll_client");
    List<String> command =
        List.of(
            "cc",
            "-std=c11",
            "-O2",
            "-Wall",
            "-Wextra",
            "-Werror",
            "-o",
            program.toString(),
            source.resolve("epoll_client.c").toString());
    HostEnvironment host = HostEnvironment.of(Path.of("")).forBuilds();
    if (host.which("cc").isEmpty()) {
      throw new MeasurementException(
          "cc: a C compiler is needed, found none: install one (Debian: apt-get install gcc"
              + " libc6-dev)");
    }
    CommandRun compiler =
        CommandRun.of(command, host.root(), host.variables(), DEADLINE)
            .orElseThrow(() ->
                new MeasurementException("cc has not ended in " + DEADLINE.toSeconds() + " s"));
    if (!compiler.succeeded()) {
      throw new MeasurementException("the C client does not compile:\n" + compiler.output());
    }
    return program;
  }
}
