package org.boardbench.browser.chromium;

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
}
