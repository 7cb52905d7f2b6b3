package org.boardbench.baseline;

import java.util.OptionalDouble;

/**
 * How well a client knew when frames came. Empty = not measured.
 *
 * @param clock whose times they are, {@code kernel}, {@code driver} or {@code mixed}; empty of
 *     clients that do not say
 * @param readAfterP99Ms how much later than the kernel had it a frame was read
 * @param sharedStampPct frames that have the time of a later one, since one read brought both
 */
record Arrivals(String clock, OptionalDouble readAfterP99Ms, OptionalDouble sharedStampPct) {
  static final Arrivals UNKNOWN = new Arrivals("", OptionalDouble.empty(), OptionalDouble.empty());
}
