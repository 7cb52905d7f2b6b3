package org.boardbench.browser.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.boardbench.browser.cli.BrowserProgram.World;
import org.boardbench.browser.page.PageServer;
import org.boardbench.cli.Version;
import org.boardbench.cli.exit.ExitStatus;
import org.boardbench.core.LoopbackPorts;
import org.boardbench.host.command.HostEnvironment;
import org.boardbench.input.InputException;
import org.boardbench.input.Problem;
import org.boardbench.plan.model.DeadlineSpec;
import org.boardbench.protocol.Protocols;
import org.boardbench.results.FileNames;
import org.boardbench.sut.build.TargetBuilder;
import org.boardbench.sut.build.ToolCheck;
import org.boardbench.sut.launch.Launcher;
import org.boardbench.sut.launch.ProcessPlace;
import org.boardbench.sut.launch.RunningTarget;
import org.boardbench.sut.manifest.TargetCatalog;
import org.boardbench.sut.manifest.TargetManifest;
import org.boardbench.sut.process.LaunchException;
import org.boardbench.sut.process.ProcessSet;
import org.boardbench.trial.ShutdownGuard;
import org.boardbench.view.metrics.live.MetricsPort;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code boardbench board}: a whiteboard for people, on one of the servers. */
@Command(
    name = "board",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Starts a server and a whiteboard for it, and prints the whiteboard's address: open it in two"
          + " windows, and draw. Ctrl-C ends both.",
      "",
      "The page takes ?board=NAME, ?user=NAME, and ?draw-delay=MS, which has it draw what others send"
          + " so much later."
    },
    synopsisHeading = "Usage: ",
    customSynopsis = "boardbench board TARGET [options]",
    optionListHeading = "%nOptions:%n",
    footer = {
      "",
      "Exit status: 0 after Ctrl-C at a terminal that waits for it; 1 the server did not start, or"
          + " ended;",
      "             2 wrong usage, or a tool is missing (nothing was started)."
    })
final class BoardCommand implements Callable<Integer> {
  private static final long LOOK_MS = 500;
  private static final int LINES = 5;
  private static final String PORT = "--port";

  private final World world;

  @Parameters(
      paramLabel = "TARGET",
      description = "A folder of targets/ whose server speaks raw, such as node-ws.")
  private String target;

  @Option(
      names = PORT,
      paramLabel = "N",
      description = "Of the whiteboard, on 127.0.0.1 (default: any that is free).")
  private Optional<String> port = Optional.empty();

  @Option(
      names = "--set",
      paramLabel = "PARAMETER=VALUE",
      description = "A parameter of the target; may be repeated.")
  private Map<String, String> parameters = Map.of();

  BoardCommand(World world) {
    this.world = world;
  }

  @Override
  public Integer call() throws InputException, IOException, InterruptedException {
    TargetManifest manifest = new TargetCatalog(world.home()).manifest(target);
    Map<String, String> values = manifest.values(parameters);
    HostEnvironment host = HostEnvironment.of(world.home());
    int pagePort = check(manifest, host);
    Path log = Files.createTempFile("boardbench-board-", "-" + FileNames.TARGET_LOG);
    try (ShutdownGuard guard = ShutdownGuard.install();
        ProcessSet processes = ProcessSet.endingWithTheHarness()) {
      new TargetBuilder(host, processes).build(manifest);
      return serve(
          Launcher.process(
              manifest, values, ProcessPlace.anywhere(host), processes, new LoopbackPorts()),
          log,
          pagePort,
          guard);
    } catch (LaunchException e) {
      world.err().println(e.getMessage());
      return ExitStatus.FAILED;
    } finally {
      Files.deleteIfExists(log);
    }
  }

  /**
   * The page has one protocol, and wants a port of its own.
   *
   * @return that port; 0 for any that is free
   */
  private int check(TargetManifest manifest, HostEnvironment host)
      throws InputException, InterruptedException {
    List<Problem> problems = new ArrayList<>(ToolCheck.problems(List.of(manifest), host));
    String protocol = manifest.service().protocol();
    if (!protocol.equals(Protocols.USUAL)) {
      problems.add(
          new Problem(
              "TARGET",
              "must speak %s, which the page does; %s speaks %s"
                  .formatted(Protocols.USUAL, manifest.name(), protocol)));
    }
    int asked = port.isPresent() ? MetricsPort.number(PORT, port.get(), problems) : 0;
    if (asked > 0 && !LoopbackPorts.isFree(asked)) {
      problems.add(
          new Problem(PORT, "must be free, was " + asked + ", on which nobody can listen"));
    }
    if (!problems.isEmpty()) {
      throw new InputException(problems);
    }
    return asked;
  }

  private int serve(Launcher launcher, Path log, int pagePort, ShutdownGuard guard)
      throws LaunchException, IOException {
    DeadlineSpec deadlines = DeadlineSpec.usual();
    try (RunningTarget running = launcher.launch(log, deadlines.ready(), deadlines.stop());
        PageServer page = PageServer.start(pagePort, running.endpoint())) {
      world.out().println("Whiteboard on " + target + ": " + page.uri());
      world.out().println("Open it in two windows; Ctrl-C ends it");
      return awaitEnd(running, guard);
    } catch (InterruptedException e) {
      return ExitStatus.OK;
    }
  }

  private int awaitEnd(RunningTarget running, ShutdownGuard guard) throws InterruptedException {
    while (!guard.isShuttingDown()) {
      Optional<String> ending = running.failure();
      if (ending.isPresent()) {
        world.err().println(ending.get());
        running.lastLines(LINES).forEach(world.err()::println);
        return ExitStatus.FAILED;
      }
      Thread.sleep(LOOK_MS);
    }
    return ExitStatus.OK;
  }
}
