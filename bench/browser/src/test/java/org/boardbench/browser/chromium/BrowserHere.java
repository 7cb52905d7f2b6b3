package org.boardbench.browser.chromium;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import org.boardbench.host.command.HostEnvironment;
import org.boardbench.input.InputException;
import org.junit.jupiter.api.Assumptions;

/** This machine's Chromium, for tests; where there is none, they are skipped with the reason. */
public final class BrowserHere {
  private BrowserHere() {}

  public static Chromium orSkip() throws InterruptedException {
    try {
      return Chromium.find(HostEnvironment.of(Path.of("../..").toAbsolutePath().normalize()));
    } catch (InputException none) {
      return Assumptions.abort(none.getMessage());
    }
  }

  /** It without any of the pages' ways, for a test that has its own. */
  public static final class Plain implements AutoCloseable {
    private final BrowserFolder folder;
    private final Playwright playwright;
    private final Browser browser;

    public Plain(Chromium chromium) throws BrowserFailure {
      folder = BrowserFolder.open();
      playwright = BoardBrowser.playwright(folder);
      browser =
          playwright
              .chromium()
              .launch(new BrowserType.LaunchOptions().setExecutablePath(chromium.program()));
    }

    public Browser browser() {
      return browser;
    }

    @Override
    public void close() {
      playwright.close();
      folder.close();
    }
  }
}
