package org.boardbench.measure;

import java.util.OptionalLong;

/**
 * One second of a stage as the driver saw it.
 *
 * @param phase the phase that this second belongs to
 * @param second counts from 0 at the start of the trial's first measured stage
 * @param users users joined at its end
 * @param sent messages sent in it
 * @param received deliveries that arrived in it, of whatever phase
 * @param rtt RTT (response time) of own messages that arrived in it
 * @param expected deliveries expected of the messages intended for this second
 * @param lost those of them that had not arrived when the stage's drain ended
 * @param owed deliveries that the schedule's messages intended for this second of the hold would
 *     have had, had every planned user been joined; empty for a second without any of the hold
 * @param unserved messages intended for this second that the server left no way to send
 * @param disconnects joined users who dropped in it; {@code reconnects} those who came back
 * @param lengthNs its true length; the first and the last second of a stage may be shorter, since
 *     seconds go on counting over the stages
 */
public record SecondResult(
    Phase phase,
    int second,
    int users,
    long sent,
    long received,
    TimeSummary rtt,
    long expected,
    long lost,
    OptionalLong owed,
    long unserved,
    long disconnects,
    long reconnects,
    long lengthNs) {}
