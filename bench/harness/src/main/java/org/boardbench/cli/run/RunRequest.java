package org.boardbench.cli.run;

import java.nio.file.Path;
import java.util.Optional;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.view.metrics.live.MetricsPort;
import org.boardbench.view.terminal.ProgressView;

/**
 * A run as the command line asks for it.
 *
 * @param projectRoot where {@code targets/} is
 * @param results gets a folder for a new run
 * @param out the folder of a new run instead
 * @param resume the folder of a run to go on with; never together with {@code out}
 * @param summaryJson gets what the run came to, for programs
 * @param junit gets the same as JUnit's XML
 * @param metricsPort where the run's metrics are served while it lasts
 * @param view shows the run
 */
public record RunRequest(
    ExperimentPlan plan,
    Path projectRoot,
    Path results,
    Optional<Path> out,
    Optional<Path> resume,
    Optional<Path> summaryJson,
    Optional<Path> junit,
    MetricsPort metricsPort,
    ProgressView view) {}
