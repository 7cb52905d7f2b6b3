package org.boardbench.clients.output;

/**
 * A message that came back to its sender.
 *
 * @param sentMs when it was sent, wall clock
 * @param rttMs until the client's handler had it
 */
record RttSample(double sentMs, double rttMs) {}
