package org.boardbench.browser.felt;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.HdrHistogram.Histogram;
import org.boardbench.account.record.TimeHistograms;
import org.boardbench.browser.felt.Observations.Send;
import org.boardbench.browser.felt.Observations.Show;
import org.boardbench.browser.trace.FrameTrace;
import org.boardbench.results.row.FeltRecord;
import org.boardbench.results.row.TimeFigures;

/**
 * A hold put together: of each message the moments that two pages, the browser's trace and the
 * peers have of it, all on the run's clock. What one of them has not seen is in no figure of it.
 * The messages of a hold are those whose input, or whose send at a peer, lies in it.
 */
final class FeltTimes {
  private static final double NS_PER_US = 1e3;
  private static final double NS_PER_MS = 1e6;
  private static final long USUAL_NS = 1_000_000_000;

  private final HoldSight sight;
  private final Map<FeltSpan, Histogram> histograms = new EnumMap<>(FeltSpan.class);
  private final Map<PeerBook.Message, Show> shows = new HashMap<>();
  private final int peers;
  private final Optional<PageClock> drawing;
  private final Optional<PageClock> showing;
  private long sent;

  /**
   * @param peers how many virtual users were on the board
   */
  FeltTimes(HoldSight sight, int peers) {
    this.sight = sight;
    this.peers = peers;
    for (FeltSpan span : FeltSpan.values()) {
      histograms.put(span, TimeHistograms.upTo(USUAL_NS));
    }
    drawing = clock(HoldSight.DRAWING, sight.drawing());
    showing = clock(HoldSight.SHOWING, sight.showing());
    for (Show show : sight.showing().observed().shows()) {
      shows.put(new PeerBook.Message(show.sender(), show.seq()), show);
    }
    sight.drawing().observed().sends().forEach(this::add);
    sight.peers().sends().forEach(this::addOfPeer);
  }

  Map<FeltSpan, Histogram> histograms() {
    return histograms;
  }

  /**
   * A mark is set at a moment of the page's clock, and the trace has the same moment on its own,
   * which is the run's: nearer than question and answer come. Where the trace has another clock it
   * is not believed.
   */
  private Optional<PageClock> clock(String page, HoldSight.PageSight seen) {
    return seen.clock()
        .map(asked -> {
          PageClock traced = asked.by(offsets(page, seen.observed()));
          return isSame(asked, traced) ? traced : asked;
        });
  }

  private static boolean isSame(PageClock asked, PageClock traced) {
    return Math.abs(traced.offsetNs() - asked.offsetNs()) <= asked.errorNs() + NS_PER_MS;
  }

  private List<Long> offsets(String page, Observations observed) {
    List<Long> offsets = new ArrayList<>();
    observed
        .marksMs()
        .forEach((frame, pageMs) -> {
          OptionalDouble us =
              sight
                  .trace()
                  .map(trace -> trace.markedUs(Observations.mark(page, frame)))
                  .orElse(OptionalDouble.empty());
          if (us.isPresent()) {
            long runNs = Math.round(us.getAsDouble() * NS_PER_US) - sight.zeroNs();
            offsets.add(runNs - Math.round(pageMs * NS_PER_MS));
          }
        });
    return offsets;
  }

  private void add(Send send) {
    if (drawing.isEmpty()) {
      return;
    }
    long inputNs = drawing.get().runNs(send.inputMs());
    if (!sight.isInHold(inputNs)) {
      return;
    }
    sent++;
    long handlerNs = drawing.get().runNs(send.handlerMs());
    long sentNs = drawing.get().runNs(send.sentMs());
    add(FeltSpan.INPUT, inputNs, handlerNs);
    add(FeltSpan.HANDLER, handlerNs, sentNs);
    add(
        FeltSpan.OWN,
        inputNs,
        presentedNs(HoldSight.DRAWING, sight.drawing(), drawing.get(), send.frame()));
    PeerBook.Message message = new PeerBook.Message(HoldSight.DRAWING, send.seq());
    add(FeltSpan.UP, inputNs, arrivedNs(send.seq() % peers, message));
    Show show = shows.get(message);
    if (show != null && showing.isPresent()) {
      add(inputNs, sentNs, show);
    }
  }

  private void add(long inputNs, long sentNs, Show show) {
    PageClock clock = showing.orElseThrow();
    long arrivedNs = clock.runNs(show.arrivedMs());
    long handledNs = clock.runNs(show.handledMs());
    add(FeltSpan.NETWORK, sentNs, arrivedNs);
    add(FeltSpan.ARRIVAL, arrivedNs, handledNs);
    OptionalLong presentedNs = presentedNs(HoldSight.SHOWING, sight.showing(), clock, show.frame());
    add(FeltSpan.RENDER, handledNs, presentedNs);
    add(FeltSpan.REMOTE, inputNs, presentedNs);
    add(FeltSpan.ELEMENT, inputNs, elementNs(clock, show.frame()));
  }

  private void addOfPeer(PeerBook.Message message, long sentNs) {
    if (!sight.isInHold(sentNs)) {
      return;
    }
    Show show = shows.get(message);
    if (show != null && showing.isPresent()) {
      add(
          FeltSpan.DOWN,
          sentNs,
          presentedNs(HoldSight.SHOWING, sight.showing(), showing.get(), show.frame()));
    }
    // Whoever gets it in turn, so that neither the first nor the last one of a fan-out stands for
    // all.
    add(FeltSpan.SERVER, sentNs, arrivedNs(message.seq() % peers, message));
  }

  private OptionalLong arrivedNs(int peer, PeerBook.Message message) {
    Long ns = sight.peers().arrivals().get(new PeerBook.Arrival(peer, message));
    return ns == null ? OptionalLong.empty() : OptionalLong.of(ns);
  }

  /** From the mark on the page's clock, and from there as long as the trace says. */
  private OptionalLong presentedNs(
      String page, HoldSight.PageSight seen, PageClock clock, int frame) {
    Double markMs = seen.observed().marksMs().get(frame);
    if (markMs == null || sight.trace().isEmpty()) {
      return OptionalLong.empty();
    }
    FrameTrace trace = sight.trace().get();
    String mark = Observations.mark(page, frame);
    OptionalDouble presentedUs = trace.presentedUs(mark);
    return presentedUs.isPresent()
        ? OptionalLong.of(
            clock.runNs(markMs)
                + Math.round(
                    (presentedUs.getAsDouble() - trace.markedUs(mark).orElseThrow()) * NS_PER_US))
        : OptionalLong.empty();
  }

  private OptionalLong elementNs(PageClock clock, int frame) {
    Double ms = sight.showing().observed().elementsMs().get(frame);
    return ms == null ? OptionalLong.empty() : OptionalLong.of(clock.runNs(ms));
  }

  private void add(FeltSpan span, long fromNs, OptionalLong toNs) {
    toNs.ifPresent(ns -> add(span, fromNs, ns));
  }

  private void add(FeltSpan span, long fromNs, long toNs) {
    TimeHistograms.record(histograms.get(span), fromNs, toNs);
  }

  private TimeFigures figures(FeltSpan span) {
    return TimeHistograms.figures(histograms.get(span));
  }

  FeltRecord.Counts counts() {
    return new FeltRecord.Counts(
        sight.inputs(),
        sent,
        histograms.get(FeltSpan.REMOTE).getTotalCount(),
        histograms.get(FeltSpan.ELEMENT).getTotalCount());
  }

  FeltRecord.Times times() {
    return new FeltRecord.Times(
        figures(FeltSpan.REMOTE),
        figures(FeltSpan.ELEMENT),
        figures(FeltSpan.INPUT),
        figures(FeltSpan.HANDLER),
        figures(FeltSpan.NETWORK),
        figures(FeltSpan.ARRIVAL),
        figures(FeltSpan.RENDER),
        figures(FeltSpan.OWN),
        figures(FeltSpan.DOWN),
        figures(FeltSpan.UP),
        figures(FeltSpan.SERVER));
  }

  FeltRecord.Pages pages() {
    if (drawing.isEmpty() || showing.isEmpty()) {
      return FeltRecord.Pages.UNKNOWN;
    }
    Observations drew = sight.drawing().observed();
    Observations showed = sight.showing().observed();
    return new FeltRecord.Pages(
        OptionalDouble.of(Math.min(drew.fps(), showed.fps())),
        OptionalDouble.of(drawing.get().offsetNs() / NS_PER_MS),
        OptionalDouble.of(showing.get().offsetNs() / NS_PER_MS),
        OptionalDouble.of(Math.max(drawing.get().errorNs(), showing.get().errorNs()) / NS_PER_MS),
        clockDifferenceMs(),
        Optional.of(drew.isIsolated() && showed.isIsolated()));
  }

  private OptionalDouble clockDifferenceMs() {
    PageClock asked = sight.showing().clock().orElseThrow();
    List<Long> offsets = offsets(HoldSight.SHOWING, sight.showing().observed());
    return offsets.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.abs(asked.by(offsets).offsetNs() - asked.offsetNs()) / NS_PER_MS);
  }
}
