/**
 * Microbenchmarks of what a board server does with a message: {@code codec} reads and writes it,
 * {@code frame} wraps it, {@code fanout} hands it to the members; {@code run} is the program that
 * runs them and stores what they found.
 */
package org.boardbench.micro;
