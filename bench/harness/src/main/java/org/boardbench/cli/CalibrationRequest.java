package org.boardbench.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.boardbench.calibrate.CalibrationPlan;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.view.terminal.CalibrationView;

/**
 * A calibration that was asked for, checked.
 *
 * @param base its driver and CPUs are used
 * @param results gets a folder of its own, unless {@code out} is given
 */
public record CalibrationRequest(
    CalibrationPlan plan,
    ExperimentPlan base,
    Path projectRoot,
    Path results,
    Optional<Path> out,
    CalibrationView view) {}
