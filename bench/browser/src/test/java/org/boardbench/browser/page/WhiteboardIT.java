package org.boardbench.browser.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.boardbench.browser.chromium.BrowserHere;
import org.boardbench.browser.chromium.Chromium;
import org.boardbench.core.Endpoint;
import org.boardbench.reference.FaultScript;
import org.boardbench.reference.ReferenceServer;
import org.junit.jupiter.api.Test;

/** Two windows of the whiteboard, as people have them. */
class WhiteboardIT {
  private static final String INK =
      """
      () => {
        const ink = document.getElementById("ink");
        const pixels = ink.getContext("2d").getImageData(0, 0, ink.width, ink.height).data;
        return pixels.some(value => value !== 0);
      }
      """;

  @Test
  void twoWindowsDrawOnOneBoardAndSeeEachOthersPointersAndTheirOwnRtt() throws Exception {
    Chromium chromium = BrowserHere.orSkip();
    List<String> errors = new ArrayList<>();
    try (ReferenceServer server = ReferenceServer.start(FaultScript.none());
        PageServer pages = PageServer.start(0, new Endpoint(server.uri(), Map.of()));
        BrowserHere.Plain browser = new BrowserHere.Plain(chromium)) {
      Page ann = open(browser.browser(), pages, "ann", errors);
      Page bob = open(browser.browser(), pages, "bob", errors);

      ann.mouse().move(200, 200);
      bob.waitForSelector(".cursor:has-text('ann')");
      assertThat(bob.evaluate(INK)).isEqualTo(false);
      ann.mouse().down();
      ann.mouse().move(300, 300);
      ann.mouse().move(400, 250);
      ann.mouse().up();

      bob.waitForFunction(INK);
      assertThat(ann.evaluate(INK)).isEqualTo(true);
      ann.waitForFunction("() => /RTT \\d/.test(document.getElementById('rtt').textContent)");
      assertThat(bob.locator("#others").textContent()).isEqualTo("1 other moves");
      server.cut();
      bob.waitForFunction("() => document.getElementById('state').textContent.includes('closed')");
      bob.waitForFunction("() => document.getElementById('state').textContent === 'connected'");
    }
    assertThat(errors).isEmpty();
  }

  @Test
  void onANarrowScreenTheWholeBoardIsThere() throws Exception {
    Chromium chromium = BrowserHere.orSkip();
    List<String> errors = new ArrayList<>();
    try (ReferenceServer server = ReferenceServer.start(FaultScript.none());
        PageServer pages = PageServer.start(0, new Endpoint(server.uri(), Map.of()));
        BrowserHere.Plain browser = new BrowserHere.Plain(chromium)) {
      Page wide = open(browser.browser(), pages, "wide", errors);
      Page narrow = open(browser.browser(), pages, "narrow", errors);
      narrow.setViewportSize(400, 700);
      narrow.waitForFunction("() => document.getElementById('sheet').clientWidth === 376");

      wide.mouse().move(12 + 600, 40 + 300);
      narrow.waitForFunction(
          "() => document.querySelector('.cursor')?.style.transform.startsWith('translate(282px')");
      narrow.mouse().move(12 + 94, 200);

      wide.waitForFunction(
          "() => document.querySelector('.cursor')?.style.transform.startsWith('translate(200px')");
      assertThat(narrow.evaluate("() => document.documentElement.scrollWidth")).isEqualTo(400);
    }
    assertThat(errors).isEmpty();
  }

  private static Page open(Browser browser, PageServer pages, String user, List<String> errors) {
    Page page = browser.newContext().newPage();
    page.onPageError(errors::add);
    page.navigate(pages.uri() + "?user=" + user);
    page.waitForFunction("() => document.getElementById('state').textContent === 'connected'");
    return page;
  }
}
