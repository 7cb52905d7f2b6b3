package org.boardbench.view.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.boardbench.view.web.EventLog;
import org.boardbench.view.web.WebAnswer;
import org.boardbench.view.web.WebRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DashboardSiteTest {
  private static final Pattern REFERENCE =
      Pattern.compile("(?:href|src)=\"([^\"#]+)\"|from \"\\./([^\"]+)\"");
  private static final int MOST_BYTES = 100_000;

  private final EventLog log = new EventLog("t");
  private final DashboardSite site = new DashboardSite(log);

  private WebAnswer ask(String path, Map<String, String> headers) {
    return site.answer(new WebRequest("GET", path, headers, true));
  }

  private WebAnswer ask(String path) {
    return ask(path, Map.of("host", "127.0.0.1:9464"));
  }

  private static int status(WebAnswer answer) {
    return ((WebAnswer.Whole) answer).status();
  }

  /** The page, and all that it refers to. */
  private Map<String, WebAnswer.Whole> files() {
    Map<String, WebAnswer.Whole> files = new LinkedHashMap<>();
    Deque<String> toAsk = new ArrayDeque<>();
    toAsk.add("");
    while (!toAsk.isEmpty()) {
      String name = toAsk.remove();
      if (!files.containsKey(name)) {
        WebAnswer.Whole file = (WebAnswer.Whole) ask("/" + name);
        files.put(name, file);
        Matcher found = REFERENCE.matcher(new String(file.body(), StandardCharsets.UTF_8));
        while (!name.startsWith("uplot") && found.find()) {
          toAsk.add(found.group(1) == null ? found.group(2) : found.group(1));
        }
      }
    }
    return files;
  }

  @Test
  void thePageHasAllThatItRefersToAndIsSmall() {
    Map<String, WebAnswer.Whole> files = files();

    assertThat(files).containsKeys("", "uplot.js", "uplot.css", "dashboard.css", "main.js");
    assertThat(files.values()).allSatisfy(file -> assertThat(file.status()).isEqualTo(200));
    assertThat(files.values().stream().mapToInt(file -> file.body().length).sum())
        .isLessThanOrEqualTo(MOST_BYTES);
  }

  @Test
  void nothingIsAskedOfAnybodyElseAndNobodyElseMayShowIt() {
    assertThat(ask("/").headers().get("Content-Security-Policy"))
        .startsWith("default-src 'none'; script-src 'self'; style-src 'self';")
        .contains("frame-ancestors 'none'")
        .doesNotContain("unsafe", "http");
    assertThat(files().values())
        .allSatisfy(file ->
            assertThat(file.headers())
                .containsEntry("X-Content-Type-Options", "nosniff")
                .containsEntry("Cross-Origin-Resource-Policy", "same-origin")
                .containsEntry("Cache-Control", "no-store"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/events", "/main.js"})
  void whoComesByAnotherNameIsSentAway(String path) {
    assertThat(status(ask(path, Map.of("host", "rebound.example:9464")))).isEqualTo(421);
    assertThat(status(ask(path, Map.of()))).isEqualTo(421);
  }

  @Test
  void anotherSitesPageMayNotListen() {
    Map<String, String> cross = Map.of("host", "localhost:9464", "sec-fetch-site", "cross-site");

    assertThat(status(ask("/events", cross))).isEqualTo(403);
  }

  @Test
  void aPageListensFromWhereItLeftOff() {
    WebAnswer answer =
        ask(
            "/events",
            Map.of("host", "localhost", "sec-fetch-site", "same-origin", "last-event-id", "t-7"));

    assertThat(answer)
        .isInstanceOfSatisfying(
            WebAnswer.Stream.class,
            stream -> {
              assertThat(stream.log()).isSameAs(log);
              assertThat(stream.after()).isEqualTo("t-7");
              assertThat(stream.headers()).containsEntry("Content-Type", "text/event-stream");
            });
  }

  @Test
  void otherPagesAreNotThere() {
    assertThat(status(ask("/../pom.xml"))).isEqualTo(404);
    assertThat(status(ask("/dashboard.html"))).isEqualTo(404);
  }
}
