/**
 * The figures of a calibration: how wrong known delays are, how much load the driver bears, how
 * much equal trials differ.
 */
package org.boardbench.report.figure.calibration;
