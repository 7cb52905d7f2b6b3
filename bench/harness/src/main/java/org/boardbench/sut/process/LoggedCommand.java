package org.boardbench.sut.process;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * A command that runs to its end, e.g. of a build, with its output in a log.
 *
 * @param processes ends it when the harness ends
 * @param deadline from which on it is ended, with all that it has started
 * @param overtime what is wrong then
 * @param reasonLines how many of its last lines a failure has
 */
public record LoggedCommand(
    ProcessSet processes,
    ProcessTree.Command command,
    Duration deadline,
    String overtime,
    int reasonLines) {
  /**
   * Runs it.
   *
   * @param prefix what a failure's message begins with
   * @throws LaunchException when it fails or is not done in time, with the log and its last lines
   */
  public void run(String prefix) throws IOException, LaunchException, InterruptedException {
    LogTail output = LogTail.startingNow(command.log());
    ProcessTree tree = processes.start(command);
    Optional<Integer> status;
    Optional<String> ending;
    try {
      status = tree.waitFor(deadline);
      ending = tree.ending();
    } finally {
      tree.stop(); // complements start, also when interrupted
    }
    if (status.isEmpty() || status.get() != 0) {
      throw LaunchException.withOutput(
          prefix + ending.orElse(overtime) + " (log: " + command.log() + ")",
          output.lines(reasonLines));
    }
  }
}
