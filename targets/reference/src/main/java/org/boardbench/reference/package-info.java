/**
 * The plainest fast server of the raw contract: one thread, Java NIO, no framework. It does wrong
 * what a {@link org.boardbench.reference.FaultScript} tells it to, and counts it.
 */
package org.boardbench.reference;
