package org.boardbench.browser.felt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.boardbench.browser.felt.HoldSight.PageSight;
import org.boardbench.browser.felt.Observations.Send;
import org.boardbench.browser.felt.Observations.Show;
import org.boardbench.browser.trace.FrameTrace;
import org.boardbench.results.row.FeltRecord;
import org.boardbench.results.row.TimeFigures;
import org.junit.jupiter.api.Test;

/**
 * One message at known moments. The drawing page's clock is 1000 ms behind the run's, the showing
 * one's 2000 ms; the trace is on the run's clock.
 */
class FeltTimesTest {
  private static final PageClock DRAWING = new PageClock(ns(1000), ns(0.5));
  private static final PageClock SHOWING = new PageClock(ns(2000), ns(0.5));
  private static final Offset<Double> NEAR = within(0.1);

  private final List<String> events = new ArrayList<>();

  @Test
  void eachPartOfTheWayIsTimedOnTheRunsClock() {
    FeltTimes felt = new FeltTimes(sight(Optional.of(trace(0))), 2);

    FeltRecord.Times times = felt.times();
    assertThat(ms(times.input())).isEqualTo(2, NEAR);
    assertThat(ms(times.handler())).isEqualTo(1, NEAR);
    assertThat(ms(times.network())).isEqualTo(5, NEAR);
    assertThat(ms(times.arrival())).isEqualTo(1, NEAR);
    assertThat(ms(times.render())).isEqualTo(20, NEAR);
    assertThat(ms(times.remote())).isEqualTo(29, NEAR);
    assertThat(ms(times.remoteByElement())).isEqualTo(30, NEAR);
    assertThat(ms(times.own())).isEqualTo(16, NEAR);
    assertThat(ms(times.up())).isEqualTo(7, NEAR);
    assertThat(ms(times.server())).isEqualTo(3, NEAR);
    assertThat(ms(times.down())).isEqualTo(25, NEAR);
    assertThat(times.sumMs().orElseThrow()).isEqualTo(29, NEAR);
    assertThat(felt.counts()).isEqualTo(new FeltRecord.Counts(3, 1, 1, 1));
    assertThat(felt.pages().fps()).hasValue(58);
  }

  @Test
  void theTracesClockIsBelievedAsFarAsTheAnswersOfThePagesAllow() {
    FeltTimes near = new FeltTimes(sight(Optional.of(trace(0.8))), 2);
    FeltTimes far = new FeltTimes(sight(Optional.of(trace(400))), 2);

    assertThat(near.pages().clockDifferenceMs().orElseThrow()).isEqualTo(0.8, NEAR);
    assertThat(near.pages().showingOffsetMs().orElseThrow()).isEqualTo(2000.8, NEAR);
    assertThat(far.pages().clockDifferenceMs().orElseThrow()).isEqualTo(400, NEAR);
    assertThat(far.pages().showingOffsetMs().orElseThrow()).isEqualTo(2000, NEAR);
    // How long a frame took is the same on any clock.
    assertThat(ms(far.times().remote())).isEqualTo(29, NEAR);
  }

  @Test
  void withoutATraceElementTimingIsTheOneWitness() {
    FeltTimes felt = new FeltTimes(sight(Optional.empty()), 2);

    assertThat(felt.times().remote().isMeasured()).isFalse();
    assertThat(felt.times().remoteByElement().count()).isEqualTo(1);
    assertThat(felt.times().network().count()).isEqualTo(1);
  }

  @Test
  void whatIsNotOfTheHoldDoesNotCount() {
    HoldSight whole = sight(Optional.of(trace(0)));
    HoldSight early =
        new HoldSight(
            ns(6000),
            ns(9000),
            0,
            3,
            whole.drawing(),
            whole.showing(),
            whole.peers(),
            whole.trace(),
            Optional.empty());

    FeltTimes felt = new FeltTimes(early, 2);

    assertThat(felt.counts().sent()).isZero();
    assertThat(felt.times()).isEqualTo(FeltRecord.Times.NONE);
  }

  @Test
  void aBrowserThatSawNothingHasNoFigures() {
    HoldSight nothing =
        new HoldSight(
            0,
            ns(1000),
            0,
            0,
            PageSight.NONE,
            PageSight.NONE,
            new PeerBook().pages(),
            Optional.empty(),
            Optional.of("it crashed"));

    FeltTimes felt = new FeltTimes(nothing, 2);

    assertThat(felt.pages()).isEqualTo(FeltRecord.Pages.UNKNOWN);
    assertThat(felt.times()).isEqualTo(FeltRecord.Times.NONE);
  }

  private static HoldSight sight(Optional<FrameTrace> trace) {
    PeerBook book = new PeerBook();
    PeerBook.Message drawn = new PeerBook.Message(HoldSight.DRAWING, 4);
    PeerBook.Message ofPeer = new PeerBook.Message("u2000000", 9);
    book.arrived(new PeerBook.Arrival(0, drawn), ns(5007));
    book.arrived(new PeerBook.Arrival(1, drawn), ns(5099));
    book.sent(ofPeer, ns(5004));
    book.arrived(new PeerBook.Arrival(1, ofPeer), ns(5007));
    book.arrived(new PeerBook.Arrival(0, ofPeer), ns(5099));
    return new HoldSight(
        ns(4000),
        ns(6000),
        0,
        3,
        new PageSight(
            new Observations(
                60,
                true,
                "",
                List.of(new Send(4, 4000, 4002, 4003, 1)),
                List.of(),
                Map.of(1, 4004.0),
                Map.of()),
            Optional.of(DRAWING)),
        new PageSight(
            new Observations(
                58,
                true,
                "",
                List.of(),
                List.of(
                    new Show(HoldSight.DRAWING, 4, 3008, 3009, 2),
                    new Show("u2000000", 9, 3008, 3008.5, 2)),
                Map.of(2, 3012.0),
                Map.of(2, 3030.0)),
            Optional.of(SHOWING)),
        book.pages(),
        trace,
        Optional.empty());
  }

  /**
   * A trace whose clock is that much ahead of the run's.
   *
   * @param aheadMs added to all
   */
  private FrameTrace trace(double aheadMs) {
    events.clear();
    frame(1, HoldSight.DRAWING, 1, 5004 + aheadMs, 5016 + aheadMs);
    frame(2, HoldSight.SHOWING, 2, 5012 + aheadMs, 5029 + aheadMs);
    String json = "{\"traceEvents\":[" + String.join(",", events) + "]}";
    return FrameTrace.read(json.getBytes(StandardCharsets.UTF_8), Observations.MARKS);
  }

  private void frame(long pid, String page, int frame, double markMs, double presentedMs) {
    event(
        pid,
        "PipelineReporter",
        "b",
        markMs - 2,
        "{\"frame_reporter\":{\"state\":\"STATE_PRESENTED_ALL\"}}");
    event(pid, "SendBeginMainFrameToCommit", "b", markMs - 1, "{}");
    event(pid, Observations.mark(page, frame), "I", markMs, "{}");
    event(pid, "SendBeginMainFrameToCommit", "e", markMs + 1, "{}");
    event(pid, "PipelineReporter", "e", presentedMs, "{}");
  }

  private void event(long pid, String name, String phase, double ms, String arguments) {
    events.add(
        "{\"name\":\"%s\",\"ph\":\"%s\",\"id2\":{\"local\":\"0x1\"},\"pid\":%d,\"ts\":%d,\"args\":%s}"
            .formatted(name, phase, pid, Math.round(ms * 1000), arguments));
  }

  private static long ns(double ms) {
    return Math.round(ms * 1e6);
  }

  private static double ms(TimeFigures times) {
    return times.p50Ns() / 1e6;
  }
}
