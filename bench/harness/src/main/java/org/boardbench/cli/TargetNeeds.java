package org.boardbench.cli;

import java.nio.file.Path;
import java.util.List;
import org.boardbench.host.command.HostEnvironment;
import org.boardbench.input.InputException;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.plan.model.LauncherChoice;
import org.boardbench.plan.model.Variant;
import org.boardbench.sut.build.ToolCheck;
import org.boardbench.sut.manifest.TargetCatalog;

/** What the servers of a plan need on this machine. */
public final class TargetNeeds {
  private TargetNeeds() {}

  /**
   * A line for each tool, for {@code bench/setup/tools.sh}. What servers in containers need is in
   * their images, and what servers of an agent need on its machine.
   *
   * @param home the project's folder
   */
  public static List<String> lines(ExperimentPlan plan, Path home)
      throws InputException, InterruptedException {
    List<Variant> processes =
        plan.variants().stream()
            .filter(variant -> plan.external().isEmpty() && plan.launch().sut().isEmpty())
            .filter(variant -> variant.launcher() == LauncherChoice.PROCESS)
            .toList();
    return ToolCheck.needs(
            new TargetCatalog(home).manifests(processes).values(), HostEnvironment.of(home))
        .stream()
        .map(ToolLines::forScripts)
        .toList();
  }
}
