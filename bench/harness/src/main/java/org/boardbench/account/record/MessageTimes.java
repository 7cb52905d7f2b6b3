package org.boardbench.account.record;

import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * The times of a hold's messages, response times unless they say otherwise, in nanoseconds.
 *
 * @param pointAge of each delivery at another than the sender, from when the first of the message's
 *     points was drawn
 * @param sendDelay of each that was sent
 * @param censored RTT over all scheduled messages, those that did not come back with the time from
 *     their intended send until the drain's deadline: each of its percentiles is at least that
 */
public record MessageTimes(
    Histogram rtt,
    Histogram service,
    Histogram delivery,
    Histogram pointAge,
    Histogram sendDelay,
    Histogram censored,
    ReachTimes reach) {
  public MessageTimes merge(MessageTimes other) {
    List<MessageTimes> both = List.of(this, other);
    return new MessageTimes(
        TimeHistograms.sum(both, MessageTimes::rtt),
        TimeHistograms.sum(both, MessageTimes::service),
        TimeHistograms.sum(both, MessageTimes::delivery),
        TimeHistograms.sum(both, MessageTimes::pointAge),
        TimeHistograms.sum(both, MessageTimes::sendDelay),
        TimeHistograms.sum(both, MessageTimes::censored),
        ReachTimes.sum(List.of(reach, other.reach)));
  }
}
