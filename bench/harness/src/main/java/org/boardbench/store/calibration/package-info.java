/** A calibration on disk, and which one belongs to a run. */
package org.boardbench.store.calibration;
