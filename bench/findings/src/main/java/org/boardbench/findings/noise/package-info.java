/** What a run's machine makes of nothing, by the calibration that the run leans on. */
package org.boardbench.findings.noise;
