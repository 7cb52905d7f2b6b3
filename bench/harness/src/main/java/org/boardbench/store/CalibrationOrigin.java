package org.boardbench.store;

import org.boardbench.plan.DriverSpec;

/**
 * Where the numbers of a calibration come from.
 *
 * @param isQuick whether it was the short one
 */
public record CalibrationOrigin(RunOrigin run, boolean isQuick, DriverSpec driver) {}
