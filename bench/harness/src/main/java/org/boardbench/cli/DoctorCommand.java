package org.boardbench.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.boardbench.cli.exit.ExitStatus;
import org.boardbench.host.command.HostEnvironment;
import org.boardbench.input.InputException;
import org.boardbench.input.Problem;
import org.boardbench.sut.build.ToolCheck;
import org.boardbench.sut.manifest.TargetCatalog;
import org.boardbench.sut.manifest.TargetManifest;
import org.boardbench.sut.tools.ToolNeed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code boardbench doctor}: what the targets need on this machine, and what is there. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = "Says which programs the servers need on this machine, and how to get them.",
    synopsisHeading = "Usage: ",
    customSynopsis = "boardbench doctor [options]",
    optionListHeading = "%nOptions:%n",
    footer = {"", "Exit status: 0 all is there; 1 something is missing; 2 a target.yaml is wrong."})
final class DoctorCommand implements Callable<Integer> {
  /** Of {@code run} too. */
  static final String NEEDS = "--needs";

  private final CliContext context;

  @Option(names = NEEDS, description = "Lines for scripts instead; the exit status is 0 then.")
  private boolean isForScripts;

  DoctorCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws InputException, InterruptedException {
    HostEnvironment host = HostEnvironment.of(context.home());
    List<TargetManifest> manifests = manifests();
    List<ToolNeed> needs = ToolCheck.needs(manifests, host);
    if (isForScripts) {
      needs.forEach(need -> context.out().println(ToolLines.forScripts(need)));
      return ExitStatus.OK;
    }
    List<Problem> companions = ToolCheck.missingCompanions(manifests, host);
    needs.forEach(need -> context.out().println(ToolLines.forPeople(need)));
    companions.forEach(problem -> context.out().println(ToolLines.missing(problem)));
    return companions.isEmpty() && needs.stream().allMatch(ToolNeed::isMet)
        ? ExitStatus.OK
        : ExitStatus.FAILED;
  }

  private List<TargetManifest> manifests() throws InputException {
    TargetCatalog catalog = new TargetCatalog(context.home());
    List<TargetManifest> manifests = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (String name : catalog.names()) {
      try {
        TargetManifest manifest = catalog.manifest(name);
        manifests.add(manifest);
        manifests.addAll(catalog.balanced(manifest));
      } catch (InputException broken) {
        problems.addAll(broken.problems());
      }
    }
    if (!problems.isEmpty()) {
      throw new InputException(problems.stream().distinct().toList());
    }
    return manifests;
  }
}
