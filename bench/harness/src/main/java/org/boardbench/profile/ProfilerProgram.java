package org.boardbench.profile;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.boardbench.host.command.CommandStart;
import org.boardbench.sut.process.Signal;

/**
 * A program that a profiler runs, such as one that records a hold until it is interrupted. Used by
 * one thread at a time.
 */
final class ProfilerProgram {
  private final String name;
  private final Duration deadline;

  /** Null where it has not been started, or could not be. */
  private Process process;

  /**
   * @param name for messages
   * @param deadline for its end, once it is waited for
   */
  ProfilerProgram(String name, Duration deadline) {
    this.name = name;
    this.deadline = deadline;
  }

  /**
   * Starts it, again where it has run before.
   *
   * @param output gets what the program says
   */
  void start(
      List<String> command,
      Path folder,
      Map<String, String> variables,
      ProcessBuilder.Redirect output)
      throws IOException {
    process = null;
    process =
        CommandStart.inOwnSession(command, folder, variables)
            .redirectErrorStream(true)
            .redirectOutput(output)
            .start();
  }

  /** So that it writes what it has, and ends. */
  void interrupt() {
    if (process != null) {
      Signal.INT.send(process.pid());
    }
  }

  /**
   * The status with which it ended.
   *
   * @throws IOException where it was not started, or does not end
   */
  int await() throws IOException, InterruptedException {
    if (process == null) {
      throw new IOException(name + " was not started");
    }
    if (!process.waitFor(deadline)) {
      close();
      throw new IOException(name + " does not end");
    }
    return process.exitValue();
  }

  void close() {
    if (process != null) {
      process.destroyForcibly();
    }
  }
}
