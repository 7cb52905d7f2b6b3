/**
 * What it costs to wake a thread that waits, as servers with little to do must for every message.
 */
package org.boardbench.micro.wake;
