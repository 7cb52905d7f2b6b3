package org.boardbench.store.calibration;

import org.boardbench.store.origin.RunOrigin;

/**
 * Where the numbers of a calibration come from.
 *
 * @param isQuick whether it was the short one
 * @param driverCores one loop of the driver for each
 */
public record CalibrationOrigin(RunOrigin run, boolean isQuick, int driverCores) {}
