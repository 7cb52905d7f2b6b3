/** One stage on all loops: ramp, hold, drain, and what is told of its progress. */
package org.boardbench.driver.stage;
