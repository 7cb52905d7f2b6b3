package org.boardbench.browser.felt;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.boardbench.browser.chromium.BoardBrowser;
import org.boardbench.browser.chromium.BoardPage;
import org.boardbench.browser.chromium.BrowserFailure;
import org.boardbench.browser.felt.HoldSight.PageSight;
import org.boardbench.browser.trace.FrameTrace;
import org.boardbench.core.Endpoint;
import org.boardbench.core.RunClock;

/**
 * Two pages on one board: the pen draws on one, the other shows. Belongs to the browser's thread.
 */
final class FeltPages {
  private static final long JOIN_NS = 20_000_000_000L;
  private static final long JOIN_POLL_MS = 20;

  /** What pages have kept is fetched so often, because a page that crashes takes it along. */
  private static final long FETCH_NS = 5_000_000_000L;

  /** For the last message to be shown: what takes longer is not shown in time for anybody. */
  private static final long LAST_MS = 1_500;

  private static final long LONGEST_SLEEP_NS = 20_000_000;

  private final BoardBrowser browser;
  private final RunClock clock;
  private final BoardPage drawing;
  private final BoardPage showing;
  private PageSight drew = PageSight.NONE;
  private PageSight showed = PageSight.NONE;
  private long inputs;

  private FeltPages(BoardBrowser browser, RunClock clock, BoardPage drawing, BoardPage showing) {
    this.browser = browser;
    this.clock = clock;
    this.drawing = drawing;
    this.showing = showing;
  }

  /** Opens them, and has them join. */
  static FeltPages open(BoardBrowser browser, Endpoint target, FeltSetting setting, RunClock clock)
      throws BrowserFailure, InterruptedException {
    String query =
        "measure&board=%s&draw-delay=%d&draw-spread=%s&user="
            .formatted(Peers.boardId(), setting.drawDelayMs(), setting.drawSpreadMs());
    FeltPages pages =
        new FeltPages(
            browser,
            clock,
            browser.open(target, query + HoldSight.DRAWING),
            browser.open(target, query + HoldSight.SHOWING));
    long deadlineNs = clock.nowNs() + JOIN_NS;
    await(pages.drawing, deadlineNs, clock);
    await(pages.showing, deadlineNs, clock);
    return pages;
  }

  private static void await(BoardPage page, long deadlineNs, RunClock clock)
      throws BrowserFailure, InterruptedException {
    while (!page.ask("globalThis.measured !== undefined && measured.isJoined()").asBoolean()) {
      if (clock.nowNs() > deadlineNs) {
        throw new BrowserFailure("a page did not join its board in time");
      }
      Thread.sleep(JOIN_POLL_MS);
    }
  }

  /**
   * Draws until the hold has ended, and gives what was seen, also when the browser ends before.
   *
   * @param zeroNs what {@code System.nanoTime} shows at 0 of the run's clock
   */
  HoldSight watch(FeltHold hold, PenPath pen, PeerBook peers, long zeroNs)
      throws InterruptedException {
    drew = PageSight.NONE;
    showed = PageSight.NONE;
    inputs = 0;
    Optional<String> ended = Optional.empty();
    try {
      begin(peers);
      draw(hold, pen);
      Thread.sleep(LAST_MS);
      fetch();
    } catch (BrowserFailure e) {
      ended = Optional.of(e.getMessage());
      fetchWhatIsLeft();
    }
    return new HoldSight(
        hold.startNs(), hold.endNs(), zeroNs, inputs, drew, showed, peers.pages(), trace(), ended);
  }

  private void begin(PeerBook peers) throws BrowserFailure {
    drew = new PageSight(Observations.NONE, Optional.of(PageClock.ask(drawing, clock)));
    showed = new PageSight(Observations.NONE, Optional.of(PageClock.ask(showing, clock)));
    browser.startTracing();
    peers.forget();
    for (BoardPage page : new BoardPage[] {drawing, showing}) {
      page.ask("(measured.begin(), 0)");
    }
  }

  private void draw(FeltHold hold, PenPath pen) throws BrowserFailure, InterruptedException {
    long dueNs = clock.nowNs() + pen.pauseNs();
    long fetchNs = clock.nowNs() + FETCH_NS;
    while (hold.goesOn()) {
      long nowNs = clock.nowNs();
      if (nowNs >= dueNs) {
        pen.move(drawing);
        inputs++;
        // A browser that is late is not asked for what it has missed: a hand would not be either.
        dueNs = Math.max(dueNs + pen.pauseNs(), clock.nowNs());
      } else if (nowNs >= fetchNs) {
        fetch();
        fetchNs = clock.nowNs() + FETCH_NS;
      } else {
        TimeUnit.NANOSECONDS.sleep(Math.min(LONGEST_SLEEP_NS, dueNs - nowNs));
      }
    }
    pen.end(drawing);
  }

  private void fetch() throws BrowserFailure {
    drew = fetched(drawing, drew);
    showed = fetched(showing, showed);
    for (PageSight seen : new PageSight[] {drew, showed}) {
      if (!seen.observed().ended().isEmpty()) {
        throw new BrowserFailure(seen.observed().ended());
      }
    }
  }

  /** Of the page that lives, when the other one has ended. */
  private void fetchWhatIsLeft() {
    try {
      drew = fetched(drawing, drew);
    } catch (BrowserFailure gone) {
      // What it had told before stays.
    }
    try {
      showed = fetched(showing, showed);
    } catch (BrowserFailure gone) {
      // Likewise.
    }
  }

  private static PageSight fetched(BoardPage page, PageSight before) throws BrowserFailure {
    return new PageSight(Observations.of(page.ask("measured.take()")), before.clock());
  }

  /** Empty where the browser has none, or a broken one, to give. */
  private Optional<FrameTrace> trace() {
    try {
      return Optional.of(FrameTrace.read(browser.stopTracing(), Observations.MARKS));
    } catch (BrowserFailure | IllegalArgumentException none) {
      return Optional.empty();
    }
  }
}
