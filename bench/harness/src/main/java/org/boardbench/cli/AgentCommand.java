package org.boardbench.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.boardbench.cli.exit.ExitStatus;
import org.boardbench.driver.io.SocketLoops;
import org.boardbench.fleet.agent.AgentServer;
import org.boardbench.fleet.coordinator.AgentAddress;
import org.boardbench.fleet.wire.FleetSecret;
import org.boardbench.input.InputException;
import org.boardbench.input.Problem;
import org.boardbench.sut.process.Leftovers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code boardbench agent}: makes its part of the load of runs elsewhere, or starts their targets,
 * until it is ended.
 */
@Command(
    name = "agent",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = "Waits for runs with --agents, and drives its boards of their trials.",
    synopsisHeading = "Usage: ",
    customSynopsis = "boardbench agent --bind HOST:PORT --secret-file FILE [options]",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExample:%n",
    footer = {
      "  head -c 32 /dev/urandom | base64 >fleet.secret; chmod 600 fleet.secret",
      "  boardbench agent --bind 10.0.0.2:7900 --secret-file fleet.secret",
      "",
      "It listens by TCP at the port and a hundred above it, by UDP at the port. Open them to the",
      "machine with the run alone. For a plan with sut it starts the target from this checkout, at",
      "the same address and a free port from 10000 up: open those to the machines with agents.",
      "",
      "Exit status: 1 it could not listen; 2 wrong usage. It goes on until a signal ends it."
    })
final class AgentCommand implements Callable<Integer> {
  private static final String BIND = "--bind";
  private static final String CAPACITY = "--capacity";
  private static final long GREATEST_CAPACITY = 1_000_000_000_000L;

  private final CliContext context;

  @Option(
      names = BIND,
      paramLabel = "HOST:PORT",
      description = "The address of this machine at which it listens.")
  private Optional<String> bind = Optional.empty();

  @Option(
      names = FleetSecret.OPTION,
      paramLabel = "FILE",
      description = "What all programs of the fleet and nobody else know; at least 16 bytes.")
  private Optional<Path> secretFile = Optional.empty();

  @Option(
      names = "--cores",
      paramLabel = "N",
      description = "Cores that its driver uses, a loop for each (default: all of them).")
  private Optional<Integer> cores = Optional.empty();

  @Option(
      names = CAPACITY,
      paramLabel = "N",
      description =
          "What it can do, such as the deliveries a second that 'make calibrate' found there. Boards are"
              + " shared out by it where every agent has one, else by cores.")
  private Optional<Long> capacity = Optional.empty();

  AgentCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws InputException, IOException, InterruptedException {
    List<Problem> problems = new ArrayList<>();
    Optional<AgentAddress> address = bind.flatMap(AgentAddress::of);
    if (address.isEmpty()) {
      problems.add(
          new Problem(
              BIND, "must be HOST:PORT" + AgentAddress.PORTS + ", was '" + bind.orElse("") + "'"));
    } else if (address.get().isEveryAddress()) {
      problems.add(new Problem(BIND, "must be one address of this machine, was " + address.get()));
    }
    OptionalInt used = cores(problems);
    if (capacity.isPresent() && (capacity.get() < 1 || capacity.get() > GREATEST_CAPACITY)) {
      problems.add(
          new Problem(
              CAPACITY, "must be from 1 to " + GREATEST_CAPACITY + ", was " + capacity.get()));
    }
    Optional<FleetSecret> secret = secret(problems);
    if (!problems.isEmpty()) {
      throw new InputException(problems);
    }
    try (AgentServer server =
        new AgentServer(
            secret.orElseThrow(),
            used.orElseThrow(),
            capacity.map(OptionalLong::of).orElseGet(OptionalLong::empty),
            SocketLoops.best(),
            context.out())) {
      InetSocketAddress at = address.orElseThrow().socketAddress();
      Thread end = new Thread(server::close, "agent-end");
      Runtime.getRuntime().addShutdownHook(end);
      Leftovers.end(); // of one that was killed
      if (!at.isUnresolved()) {
        server.startingTargets(context.home(), at.getAddress());
      }
      server.listen(at);
      new CountDownLatch(1).await(); // until a signal ends this program
    }
    return ExitStatus.OK;
  }

  private OptionalInt cores(List<Problem> problems) {
    int most = Runtime.getRuntime().availableProcessors();
    int asked = cores.orElse(most);
    if (asked < 1 || asked > most) {
      problems.add(new Problem("--cores", "must be from 1 to " + most + ", was " + asked));
      return OptionalInt.empty();
    }
    return OptionalInt.of(asked);
  }

  private Optional<FleetSecret> secret(List<Problem> problems) {
    try {
      if (secretFile.isEmpty()) {
        problems.add(new Problem(FleetSecret.OPTION, "is missing"));
        return Optional.empty();
      }
      return Optional.of(FleetSecret.read(secretFile.get()));
    } catch (InputException e) {
      problems.addAll(e.problems());
      return Optional.empty();
    }
  }
}
