package org.boardbench.browser.chromium;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Route;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.boardbench.browser.page.PageFiles;
import org.boardbench.core.Endpoint;

/**
 * A Chromium without a screen whose pages are whiteboards. Belongs to the thread that started it,
 * but for {@link #kill}.
 */
public final class BoardBrowser implements AutoCloseable {
  /** No browser of its own is fetched: this machine's is used. */
  private static final String NO_DOWNLOAD = "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD";

  private static final String TEMPORARY_FOLDER = "TMPDIR";

  /** A software renderer is all that a server's machine has; nothing else is to be at work. */
  private static final List<String> FLAGS =
      List.of(
          "--disable-gpu",
          "--disable-quic",
          "--disable-background-timer-throttling",
          "--disable-backgrounding-occluded-windows",
          "--disable-renderer-backgrounding");

  /** What the trace needs: marks, and the way of frames to their presentation. */
  private static final List<String> CATEGORIES =
      List.of("-*", "blink.user_timing", "disabled-by-default-devtools.timeline.frame");

  private static final String FOLDER = "/board/";
  private static final int WIDTH = 840;
  private static final int HEIGHT = 660;
  private static final double TIMEOUT_MS = 20_000;

  /** For a process that was killed to be gone. */
  private static final long GONE_S = 5;

  private final BrowserFolder folder;
  private final Playwright playwright;
  private final Browser browser;
  private final Optional<ProcessHandle> process;

  private BoardBrowser(
      BrowserFolder folder,
      Playwright playwright,
      Browser browser,
      Optional<ProcessHandle> process) {
    this.folder = folder;
    this.playwright = playwright;
    this.browser = browser;
    this.process = process;
  }

  /**
   * Starts it.
   *
   * @throws BrowserFailure when it does not; nothing is left of it then
   */
  public static BoardBrowser start(Chromium chromium) throws BrowserFailure {
    BrowserFolder folder = BrowserFolder.open();
    Set<Long> before = children();
    Playwright playwright;
    try {
      playwright = playwright(folder);
    } catch (PlaywrightException e) {
      folder.close();
      throw BrowserFailure.of("Playwright did not start", e);
    }
    Optional<ProcessHandle> process =
        ProcessHandle.current()
            .children()
            .filter(child -> !before.contains(child.pid()))
            .filter(child -> child.info().command().orElse("").endsWith("node"))
            .findFirst();
    try {
      Browser browser =
          playwright
              .chromium()
              .launch(
                  new BrowserType.LaunchOptions()
                      .setExecutablePath(chromium.program())
                      .setHeadless(true)
                      .setTimeout(TIMEOUT_MS)
                      .setArgs(FLAGS));
      return new BoardBrowser(folder, playwright, browser, process);
    } catch (PlaywrightException e) {
      playwright.close();
      folder.close();
      throw BrowserFailure.of("the browser did not start", e);
    }
  }

  /** A Playwright whose browsers keep their files in that folder. */
  static Playwright playwright(BrowserFolder folder) {
    return Playwright.create(
        new Playwright.CreateOptions()
            .setEnv(Map.of(NO_DOWNLOAD, "1", TEMPORARY_FOLDER, folder.path().toString())));
  }

  private static Set<Long> children() {
    return ProcessHandle.current()
        .children()
        .map(ProcessHandle::pid)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The first of its processes; all others come of it. Empty where that is not known. */
  public Optional<Long> pid() {
    return process.map(ProcessHandle::pid);
  }

  /**
   * Opens a page of its own kind, in a window and a renderer of its own, as one of a target's own
   * pages: the target sees its own origin, and its frames pass nobody on their way.
   *
   * @param query of its address, {@code board=b7&user=drawing}
   */
  public BoardPage open(Endpoint target, String query) throws BrowserFailure {
    String authority = target.uri().getHost() + ":" + target.port();
    String folder = "http://" + authority + FOLDER;
    try {
      BrowserContext context =
          browser.newContext(new Browser.NewContextOptions().setViewportSize(WIDTH, HEIGHT));
      // The page is given to the browser, which then takes it for one from outside of this machine.
      context.grantPermissions(List.of("local-network-access"));
      context.route(folder + "**", route -> fulfil(route, authority));
      Page page = context.newPage();
      page.setDefaultTimeout(TIMEOUT_MS);
      BoardPage board = new BoardPage(page, context.newCDPSession(page));
      page.navigate(folder + "?" + query + "&path=" + target.requestTarget());
      context.unrouteAll();
      return board;
    } catch (PlaywrightException e) {
      throw BrowserFailure.of("the page did not open", e);
    }
  }

  private static void fulfil(Route route, String authority) {
    String path = URI.create(route.request().url()).getPath();
    Optional<PageFiles.PageFile> file = PageFiles.named(path.substring(FOLDER.length()));
    Map<String, String> headers = new HashMap<>(PageFiles.headers(authority));
    file.ifPresent(found -> headers.put("Content-Type", found.type()));
    route.fulfill(
        new Route.FulfillOptions()
            .setStatus(file.isPresent() ? 200 : 404)
            .setHeaders(headers)
            .setBodyBytes(file.map(PageFiles.PageFile::bytes).orElse(new byte[0])));
  }

  /** Begins to trace all pages. */
  public void startTracing() throws BrowserFailure {
    try {
      browser.startTracing(null, new Browser.StartTracingOptions().setCategories(CATEGORIES));
    } catch (PlaywrightException e) {
      throw BrowserFailure.of("the browser did not trace", e);
    }
  }

  /** Ends that; what {@code FrameTrace} reads. */
  public byte[] stopTracing() throws BrowserFailure {
    try {
      return browser.stopTracing();
    } catch (PlaywrightException e) {
      throw BrowserFailure.of("the browser gave no trace", e);
    }
  }

  public boolean isConnected() {
    return browser.isConnected();
  }

  /** Where it keeps its files; gone when it is closed. */
  Path folder() {
    return folder.path();
  }

  /** Ends all of its processes at once, from any thread; whoever waits for it then fails. */
  public void kill() {
    process.ifPresent(node -> {
      List<ProcessHandle> tree = Stream.concat(node.descendants(), Stream.of(node)).toList();
      tree.forEach(ProcessHandle::destroyForcibly);
      tree.forEach(BoardBrowser::awaitEnd);
    });
  }

  @Override
  public void close() {
    List<ProcessHandle> tree = process.stream().flatMap(ProcessHandle::descendants).toList();
    try {
      playwright.close();
    } catch (PlaywrightException ended) {
      kill();
    }
    tree.forEach(BoardBrowser::awaitEnd);
    folder.close();
  }

  private static void awaitEnd(ProcessHandle process) {
    try {
      process.onExit().get(GONE_S, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException stays) {
      // What it still writes stays, too.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
