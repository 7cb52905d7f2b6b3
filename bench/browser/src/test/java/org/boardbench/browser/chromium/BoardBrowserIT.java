package org.boardbench.browser.chromium;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class BoardBrowserIT {
  @Test
  void aBrowserThatIsClosedTakesItsFilesAlong() throws Exception {
    Path folder;
    try (BoardBrowser browser = BoardBrowser.start(BrowserHere.orSkip())) {
      folder = browser.folder();
      assertThat(folder).isNotEmptyDirectory();
    }
    assertThat(folder).doesNotExist();
  }

  @Test
  void aBrowserThatIsKilledLeavesNoFilesEither() throws Exception {
    Path folder;
    try (BoardBrowser browser = BoardBrowser.start(BrowserHere.orSkip())) {
      folder = browser.folder();
      browser.kill();
      assertThat(folder).isNotEmptyDirectory();
    }
    assertThat(folder).doesNotExist();
  }
}
