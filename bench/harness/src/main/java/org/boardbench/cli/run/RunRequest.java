package org.boardbench.cli.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.boardbench.fleet.Fleet;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.store.SkippedVariant;
import org.boardbench.view.metrics.live.MetricsPort;
import org.boardbench.view.terminal.ProgressView;

/**
 * A run as the command line asks for it.
 *
 * @param areTargetsNamed whether somebody asked for these variants by name, and not for those of an
 *     experiment
 * @param skipped variants that were asked for, and that this machine cannot start; the plan has
 *     none of them
 * @param projectRoot where {@code targets/} is
 * @param results gets a folder for a new run
 * @param out the folder of a new run instead
 * @param resume the folder of a run to go on with; never together with {@code out}
 * @param summaryJson gets what the run came to, for programs
 * @param junit gets the same as JUnit's XML
 * @param metricsPort where the run's metrics are served while it lasts
 * @param hasDashboard whether there is a page for people beside them
 * @param view shows the run
 * @param agents make the load instead of this program
 */
public record RunRequest(
    ExperimentPlan plan,
    boolean areTargetsNamed,
    List<SkippedVariant> skipped,
    Path projectRoot,
    Path results,
    Optional<Path> out,
    Optional<Path> resume,
    Optional<Path> summaryJson,
    Optional<Path> junit,
    MetricsPort metricsPort,
    boolean hasDashboard,
    ProgressView view,
    Optional<Fleet> agents) {
  public RunRequest {
    skipped = List.copyOf(skipped);
  }

  /** Whether somebody asked by name for what could not run. */
  public boolean lacksWhatWasNamed() {
    return areTargetsNamed && !skipped.isEmpty();
  }

  /** The same for a part of the variants. */
  RunRequest without(List<SkippedVariant> others) {
    Set<String> names = others.stream().map(SkippedVariant::name).collect(Collectors.toSet());
    return new RunRequest(
        plan.withVariants(
            plan.variants().stream().filter(one -> !names.contains(one.name())).toList()),
        areTargetsNamed,
        others,
        projectRoot,
        results,
        out,
        resume,
        summaryJson,
        junit,
        metricsPort,
        hasDashboard,
        view,
        agents);
  }
}
