package org.boardbench.browser.chromium;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("long")
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

  @Test
  void aBrowserHasItsFilesWhereTheFirstHadThemAndKeepsThemWhileAnotherEnds() throws Exception {
    Chromium chromium = BrowserHere.orSkip();
    Path first;
    try (BoardBrowser browser = BoardBrowser.start(chromium)) {
      first = browser.folder();
    }
    try (BoardBrowser stays = BoardBrowser.start(chromium)) {
      try (BoardBrowser ends = BoardBrowser.start(chromium)) {
        assertThat(ends.folder()).isEqualTo(first);
      }
      assertThat(stays.folder()).isEqualTo(first).isNotEmptyDirectory();
    }
    assertThat(first).doesNotExist();
  }
}
