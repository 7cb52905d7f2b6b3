package org.boardbench.browser.felt;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.boardbench.browser.chromium.BoardBrowser;
import org.boardbench.browser.chromium.BrowserFailure;
import org.boardbench.browser.chromium.Chromium;
import org.boardbench.core.Endpoint;
import org.boardbench.core.RunClock;
import org.boardbench.core.Uninterrupted;
import org.boardbench.driver.io.SocketLoops;

/**
 * A browser with two pages on a board of one server, with peers, on a thread of its own: Playwright
 * belongs to one thread, and the trial's must not wait for it. Begun, told of holds, and closed by
 * one other thread.
 */
final class FeltSession implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(60);

  /** After a hold's end, for its last messages and for the trace. */
  private static final Duration SIGHT = Duration.ofSeconds(60);

  private static final Duration END = Duration.ofSeconds(10);
  private static final long JOIN_NS = 10_000_000_000L;

  private final Chromium chromium;
  private final Endpoint target;
  private final FeltSetting setting;
  private final SocketLoops loops;
  private final RunClock clock;
  private final long seed;
  private final long zeroNs;
  private final Thread thread = Thread.ofPlatform().daemon().name("browser").unstarted(this::run);
  private final CompletableFuture<Optional<Long>> ready = new CompletableFuture<>();

  /** An empty one is the last. */
  private final BlockingQueue<Optional<FeltHold>> holds = new LinkedBlockingQueue<>();

  private volatile BoardBrowser browser;

  // Both guarded by this object's lock.
  private FeltHold current;
  private Optional<String> refusal = Optional.empty();

  private FeltSession(
      Chromium chromium,
      Endpoint target,
      FeltSetting setting,
      SocketLoops loops,
      RunClock clock,
      long seed) {
    this.chromium = chromium;
    this.target = target;
    this.setting = setting;
    this.loops = loops;
    this.clock = clock;
    this.seed = seed;
    this.zeroNs = System.nanoTime() - clock.nowNs();
  }

  /**
   * Starts the browser, and waits until its pages and the peers have joined.
   *
   * @param seed of the pen's times
   * @throws BrowserFailure when they have not; nothing is left then
   */
  static FeltSession start(
      Chromium chromium,
      Endpoint target,
      FeltSetting setting,
      SocketLoops loops,
      RunClock clock,
      long seed)
      throws BrowserFailure, InterruptedException {
    FeltSession session = new FeltSession(chromium, target, setting, loops, clock, seed);
    session.thread.start();
    boolean isReady = false;
    try {
      session.ready.get(START.toMillis(), TimeUnit.MILLISECONDS);
      isReady = true;
      return session;
    } catch (ExecutionException e) {
      throw new BrowserFailure(e.getCause().getMessage());
    } catch (TimeoutException e) {
      throw new BrowserFailure("the browser's pages did not open in time");
    } finally {
      if (!isReady) {
        session.close(); // complements the thread's start
      }
    }
  }

  /** The first of the browser's processes; empty where that is not known. */
  Optional<Long> pid() {
    return ready.join();
  }

  /** Returns at once. */
  synchronized void holdStarted(long startNs) {
    current = new FeltHold(startNs);
    holds.add(Optional.of(current));
    refusal.ifPresent(this::refuse);
  }

  /** Returns at once. */
  synchronized void holdEnded() {
    current.end(clock.nowNs());
  }

  private synchronized FeltHold current() {
    return current;
  }

  /** Waits until all of the hold that has ended was seen. */
  HoldSight sight() throws InterruptedException {
    FeltHold hold = current();
    try {
      return hold.sight().get(SIGHT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      browser.kill();
      return unseen(hold, "the browser did not answer any more");
    } catch (ExecutionException e) {
      return unseen(hold, e.getCause().getMessage());
    }
  }

  private HoldSight unseen(FeltHold hold, String reason) {
    return new HoldSight(
        hold.startNs(),
        hold.endNs(),
        zeroNs,
        0,
        HoldSight.PageSight.NONE,
        HoldSight.PageSight.NONE,
        new PeerBook().pages(),
        Optional.empty(),
        Optional.of(reason));
  }

  /** Ends the browser, as a crash does. */
  void kill() {
    browser.kill();
  }

  private void run() {
    try (BoardBrowser started = BoardBrowser.start(chromium)) {
      browser = started;
      FeltPages pages = FeltPages.open(started, target, setting, clock);
      try (Peers peers =
          Peers.join(target, setting.peers(), setting.peerRate(), loops, clock, JOIN_NS)) {
        ready.complete(started.pid());
        watch(pages, peers);
      }
    } catch (BrowserFailure | TimeoutException | RuntimeException e) {
      ready.completeExceptionally(e);
      refuse(String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      ready.completeExceptionally(e);
      Thread.currentThread().interrupt();
    }
  }

  private void watch(FeltPages pages, Peers peers) throws InterruptedException {
    PenPath pen = new PenPath(setting.drawRate(), seed);
    for (Optional<FeltHold> next = holds.take(); next.isPresent(); next = holds.take()) {
      FeltHold hold = next.get();
      hold.sight().complete(pages.watch(hold, pen, peers.book(), zeroNs));
    }
  }

  /** Whatever comes now is not seen. */
  private synchronized void refuse(String reason) {
    refusal = Optional.of(reason);
    if (current != null) {
      current.sight().completeExceptionally(new BrowserFailure(reason));
    }
  }

  @Override
  public void close() {
    FeltHold last = current();
    if (last != null && last.goesOn()) {
      last.end(clock.nowNs());
    }
    holds.add(Optional.empty());
    if (!Uninterrupted.join(thread, System.nanoTime() + END.toNanos())) {
      thread.interrupt();
      if (browser != null) {
        browser.kill();
      }
      Uninterrupted.join(thread, System.nanoTime() + END.toNanos());
    }
  }
}
