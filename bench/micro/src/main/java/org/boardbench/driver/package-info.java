/** Lets the benchmarks reach what the driver keeps to itself. */
package org.boardbench.driver;
