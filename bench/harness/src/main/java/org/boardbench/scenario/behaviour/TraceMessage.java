package org.boardbench.scenario.behaviour;

import org.boardbench.scenario.message.MessageClass;

/**
 * One line of a trace.
 *
 * @param atNs from the trace's beginning
 */
public record TraceMessage(long atNs, MessageClass messageClass, int bytes) {}
