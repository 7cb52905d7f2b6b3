package org.boardbench.scenario.trace;

import org.boardbench.scenario.message.MessageClass;

/**
 * One line of a trace.
 *
 * @param atNs when it was sent, from the trace's beginning
 * @param firstPointNs when the first of the points that it brings was drawn, likewise; {@code atNs}
 *     of a message of one moment
 */
public record TraceMessage(long atNs, long firstPointNs, MessageClass messageClass, int bytes) {
  /**
   * @throws IllegalArgumentException when its first point is later than itself
   */
  public TraceMessage {
    if (firstPointNs > atNs) {
      throw new IllegalArgumentException("sent before its first point was drawn");
    }
  }

  /** Of one moment. */
  public TraceMessage(long atNs, MessageClass messageClass, int bytes) {
    this(atNs, atNs, messageClass, bytes);
  }

  /** From its first point until it was sent. */
  public long sinceFirstPointNs() {
    return atNs - firstPointNs;
  }
}
