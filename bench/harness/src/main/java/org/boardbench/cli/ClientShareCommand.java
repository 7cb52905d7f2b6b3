package org.boardbench.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.boardbench.cli.exit.ExitStatus;
import org.boardbench.clients.ClientCatalog;
import org.boardbench.clients.ClientShare;
import org.boardbench.input.InputException;
import org.boardbench.plan.PlanReader;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.view.terminal.ClientShareView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code boardbench client-share}: the same load with our driver and with other clients. */
@Command(
    name = "client-share",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "How much of a measured RTT and loss is the client's: the same targets, loads and machine with"
          + " our driver and with clients as people use them, each hold on a fresh server. A passive"
          + " user on each board tells what the server really delivered, and when.",
    },
    synopsisHeading = "Usage: ",
    customSynopsis = "boardbench client-share [EXPERIMENT] [options]",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  boardbench client-share",
      "  boardbench client-share --clients boardbench,artillery --users 100,500 --hold 10s --reps 1",
      "",
      "Exit status: 0 every hold gave figures; 1 some did not (the others did, all is stored);",
      "             2 wrong usage (nothing was started)."
    })
final class ClientShareCommand implements Callable<Integer> {
  private static final String USUAL = "clients";

  private final CliContext context;

  @Parameters(
      arity = "0..1",
      paramLabel = "EXPERIMENT",
      description = "A file, or the name of one in bench/experiments (default: " + USUAL + ").")
  private String experiment = USUAL;

  @Option(
      names = "--clients",
      paramLabel = "NAME[,NAME...]",
      split = ",",
      description =
          "Who drives: boardbench, and folders of bench/clients (default: all there are). One that"
              + " this machine lacks is skipped, and said so.")
  private List<String> clients = List.of();

  @Mixin private FolderOptions folders = new FolderOptions();

  @Spec private CommandSpec spec;

  ClientShareCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws InputException, IOException {
    PlanReader reader = new PlanReader(context.targets().in(context.home()));
    ExperimentPlan plan =
        new ExperimentFiles(context.home()).plan(experiment, reader, PlanOptions.overrides(spec));
    ClientCatalog catalog = new ClientCatalog(context.home());
    List<String> asked = clients.isEmpty() ? catalog.names() : clients;
    catalog.check(asked);
    ClientShareView view = new ClientShareView(context.out(), System::nanoTime);
    return switch (new ClientShare(plan, asked, context.home(), view)
        .run(folders.resultsIn(context.home()), folders.out())) {
      case ALL_OK -> ExitStatus.OK;
      case SOME_FAILED -> ExitStatus.FAILED;
      case INTERRUPTED -> ExitStatus.INTERRUPTED;
    };
  }
}
