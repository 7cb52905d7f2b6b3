/**
 * What the machine, the target, its companions and the driver used over a hold, and what was
 * exhausted.
 */
package org.boardbench.host.sampling;
