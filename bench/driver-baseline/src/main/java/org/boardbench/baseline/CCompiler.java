package org.boardbench.baseline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Makes the C client. */
final class CCompiler {
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
    Process compiler;
    try {
      compiler = new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException noCompiler) {
      throw new MeasurementException(
          "cc: a C compiler is needed, found none: install one (Debian: apt-get install gcc"
              + " libc6-dev)");
    }
    String output = new String(compiler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (compiler.waitFor() != 0) {
      throw new MeasurementException("the C client does not compile:\n" + output);
    }
    return program;
  }
}
