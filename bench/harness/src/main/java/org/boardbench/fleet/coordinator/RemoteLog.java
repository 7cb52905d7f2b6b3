package org.boardbench.fleet.coordinator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.boardbench.core.ServerText;
import org.boardbench.core.Uninterrupted;
import org.boardbench.fleet.FleetException;
import org.boardbench.fleet.wire.ToAgent;
import org.boardbench.fleet.wire.ToCoordinator;

/**
 * The output of a target on an agent's machine, which comes home once the target has ended.
 *
 * @param log file that gets it, after what it already holds
 * @param stopDeadline how long each program of the target may take to end
 */
record RemoteLog(AgentLink agent, Path log, Duration stopDeadline) {
  /** For a server with a few companions, one after the other, and their killing. */
  private static final int MOST_PROGRAMS = 8;

  private static final Duration GRACE = Duration.ofSeconds(30);

  /**
   * Ends the target, where that has not happened. An agent that is lost has ended it, or will.
   *
   * @throws FleetException when something of it is left
   */
  void fetch() {
    try {
      ToCoordinator.OfTarget answer =
          Uninterrupted.call(() ->
              agent.ask(new ToAgent.Stop(), stopDeadline.multipliedBy(MOST_PROGRAMS).plus(GRACE)));
      switch (answer) {
        case ToCoordinator.Stopped of -> append(of.log().content());
        case ToCoordinator.Unable why ->
            throw new FleetException(
                "agent %s: %s".formatted(agent.address(), ServerText.line(why.reason())));
        case ToCoordinator.OfTarget _ -> throw new FleetException(agent.address() + " is confused");
      }
    } catch (FleetException e) {
      if (agent.lost().isEmpty()) {
        throw e;
      }
    }
  }

  private void append(byte[] output) {
    try {
      Files.write(log, output, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
