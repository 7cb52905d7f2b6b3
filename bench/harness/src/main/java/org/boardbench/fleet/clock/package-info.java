/**
 * What the clocks of two machines show at one moment: probes, the offset that they prove, and a run
 * clock that follows it.
 */
package org.boardbench.fleet.clock;
