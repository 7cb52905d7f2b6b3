package org.boardbench.browser.chromium;

import com.microsoft.playwright.PlaywrightException;
import org.boardbench.core.ServerText;

/** The browser did not start, ended, or did not do what it was asked for. */
public final class BrowserFailure extends Exception {
  private static final long serialVersionUID = 1L;

  public BrowserFailure(String message) {
    super(message);
  }

  /** The first line of what Playwright says; the others are a log of its own. */
  static BrowserFailure of(String what, PlaywrightException cause) {
    String said =
        String.valueOf(cause.getMessage())
            .lines()
            .map(String::strip)
            .filter(line -> line.chars().anyMatch(Character::isLetter))
            .filter(line -> !line.startsWith("Error {"))
            .findFirst()
            .orElse("no reason given");
    return new BrowserFailure(what + ": " + ServerText.line(said.replaceFirst("^message='", "")));
  }
}
