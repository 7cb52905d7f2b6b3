package org.boardbench.view.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.commons.csv.CSVRecord;
import org.boardbench.results.column.StageCounts;
import org.boardbench.results.column.TrialColumns;
import org.boardbench.results.row.StageRecord;
import org.boardbench.results.row.TrialRecord;
import org.boardbench.results.table.StoredRow;
import org.boardbench.store.StoredResults;
import org.boardbench.store.StoredRun;
import org.boardbench.trial.ProjectSpecimen;
import org.boardbench.trial.Sweep;
import org.boardbench.trial.events.EventBus;
import org.boardbench.trial.events.EventConsumer;
import org.boardbench.trial.events.RunEvent;
import org.boardbench.view.metrics.live.LiveMetrics;
import org.boardbench.view.metrics.live.MetricsPort;
import org.boardbench.view.web.EventLog;
import org.boardbench.view.web.WebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The page in a real browser. It draws when it comes to it, after it has heard, so whatever is
 * drawn is awaited and never looked at once.
 */
@Timeout(600)
class DashboardBrowserIT {
  private static final Path REFERENCE = Path.of("../../results/reference");
  private static final String AXE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
  private static final String LAST_ROW = "document.querySelector('#cells tr:last-child')";

  @TempDir private Path folder;

  private Chromium browser;

  @BeforeEach
  void startTheBrowser() throws Exception {
    Optional<Path> program = Chromium.program();
    assumeTrue(program.isPresent(), "no chromium on the PATH");
    browser = Chromium.start(program.get());
    browser.resize(1600, 1200);
  }

  @AfterEach
  void endTheBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  private static WebServer stored() throws Exception {
    return serve(StoredRun.read(REFERENCE));
  }

  /** The first trials of it alone: whoever looks at every element of the page is done sooner. */
  private static WebServer storedInPart() throws Exception {
    StoredRun all = StoredRun.read(REFERENCE);
    List<StoredRow<TrialRecord>> trials = all.results().trials().subList(0, 3);
    List<String> ids = trials.stream().map(row -> row.text(TrialColumns.TRIAL_ID)).toList();
    List<StoredRow<StageRecord>> stages =
        all.results().stages().stream()
            .filter(row -> ids.contains(row.text(StageCounts.TRIAL_ID)))
            .toList();
    return serve(
        new StoredRun(
            all.folder(),
            all.runId(),
            all.plan(),
            new StoredResults(trials, stages, all.results().profiled()),
            all.seconds(),
            all.resources()));
  }

  private static WebServer serve(StoredRun run) throws Exception {
    EventLog log = new EventLog("stored");
    StoredFeed.fill(log, run, "test");
    return WebServer.start(0, new DashboardSite(log));
  }

  private void open(URI address) throws Exception {
    browser.open(address);
    browser.await("document.querySelectorAll('#cells tr').length > 0");
  }

  private void assertThatAllIsWell(URI address) {
    assertThat(browser.complaints()).isEmpty();
    assertThat(browser.requests())
        .isNotEmpty()
        .allSatisfy(request -> assertThat(request).startsWith(address.toString()));
  }

  private static List<CSVRecord> stages(Path run) throws IOException {
    return ProjectSpecimen.rows(run.resolve("stages.csv"));
  }

  @Test
  void aStoredRunIsShownAsAWholeAndNothingIsAskedOfAnybodyElse() throws Exception {
    try (WebServer server = stored()) {
      open(server.uri("/"));
      int rows = stages(REFERENCE).size();
      browser.await("document.querySelectorAll('#cells tr').length === " + rows);
      browser.await("document.getElementById('connection').textContent.includes('stored run')");
      browser.await("document.querySelectorAll('.uplot canvas').length === 8");

      browser.await("document.getElementById('title').textContent.startsWith('paper: ')");
      browser.await("document.getElementById('words').textContent.includes('RTT p95')");
      browser.await(
          "document.getElementById('validity').textContent.startsWith('317 of 325 rows are valid;"
              + " the others are not for ')");
      browser.await(
          "document.getElementById('plan').textContent"
              + " === 'This run: 65 trials, 100, 300, 500, 700, 1000 users'");
      browser.await(
          "[...document.querySelectorAll('.plot')].every(p => p.ariaValueText !== 'nothing yet')");
      assertThatAllIsWell(server.uri("/"));
      keepPicture("stored-1600");
    }
  }

  @Test
  void itCanBeReadNarrowAndWideDarkAndLight() throws Exception {
    try (WebServer server = storedInPart()) {
      open(server.uri("/"));
      for (String scheme : List.of("light", "dark")) {
        browser.prefer(scheme);
        for (int width : new int[] {400, 1600}) {
          browser.resize(width, 1200);
          browser.await("document.querySelector('.plot').clientWidth < " + width);
          browser.await("document.querySelector('.uplot').clientWidth <= " + width);
          browser.await(
              "document.documentElement.scrollWidth <= document.documentElement.clientWidth");
          keepPicture(scheme + "-" + width);
          assertThat(seriousFaults()).as(scheme + " " + width).isEmpty();
        }
      }
      assertThat(browser.text("getComputedStyle(document.body).backgroundColor"))
          .isEqualTo("rgb(22, 24, 27)");
      assertThatAllIsWell(server.uri("/"));
    }
  }

  private List<String> seriousFaults() throws Exception {
    try (InputStream axe = DashboardBrowserIT.class.getResourceAsStream(AXE)) {
      browser.value(new String(axe.readAllBytes(), StandardCharsets.UTF_8) + "; true");
    }
    JsonNode violations =
        browser.value("axe.run({resultTypes: ['violations']}).then(found => found.violations)");
    assertThat(violations.isArray()).isTrue();
    return violations
        .valueStream()
        .filter(fault -> List.of("serious", "critical").contains(fault.path("impact").asString()))
        .map(fault -> fault.path("id") + ": " + fault.path("nodes"))
        .toList();
  }

  @Test
  void theKeyboardGoesFromSecondToSecondInAllCharts() throws Exception {
    try (WebServer server = stored()) {
      open(server.uri("/"));
      browser.await("document.querySelectorAll('#cells tr').length === 325");
      browser.await("Number(document.querySelector('.plot').ariaValueNow) > 10");
      browser.value("document.querySelector('.plot').focus()");

      browser.press("Home");
      browser.press("ArrowRight");
      browser.press("ArrowRight");

      browser.await("[...document.querySelectorAll('.plot')].every(p => p.ariaValueNow === '2')");
      browser.await(
          "document.querySelector('.plot').ariaValueText.startsWith('second 2: joined ')");
      browser.press("Escape");
      browser.await("Number(document.querySelector('.plot').ariaValueNow) > 10");
      assertThatAllIsWell(server.uri("/"));
    }
  }

  @Test
  void anotherTrialCanBeLookedAt() throws Exception {
    try (WebServer server = stored()) {
      open(server.uri("/"));
      browser.await("document.querySelectorAll('#trial option').length === 66");

      browser.value(
          "(select => { select.selectedIndex = 3; select.dispatchEvent(new Event('change')); })"
              + "(document.getElementById('trial'))");
      browser.value("(box => { box.click(); })(document.getElementById('logarithmic'))");

      browser.await(
          "[...document.querySelectorAll('.plot')].every(p => p.ariaValueText !== 'nothing yet')");
      assertThatAllIsWell(server.uri("/"));
    }
  }

  @Test
  void aRunIsWatchedToItsEndAndTheLastRowIsTheFiles() throws Exception {
    ProjectSpecimen project = new ProjectSpecimen(folder.resolve("project"));
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    Path out = folder.resolve("run");
    try (LiveMetrics metrics =
        LiveMetrics.serve(new MetricsPort(OptionalInt.of(0), true), true, "test", nowhere)) {
      URI address = metrics.dashboard().orElseThrow();
      browser.open(address);
      browser.await("document.getElementById('connection')?.className === 'live'");
      List<EventConsumer<RunEvent>> consumers = new ArrayList<>(metrics.consumers());
      Sweep.Outcome outcome =
          new Sweep(
                  project.plan(
                      """
                      targets: [board]
                      repetitions: 2
                      workload: { boards: 2, rate: 10 }
                      stages:
                        - { users: 10, ramp: 500ms, hold: 2s }
                        - { users: 20, ramp: 500ms, hold: 2s }
                      """),
                  project.root(),
                  EventBus.to(consumers, nowhere::println))
              .run(project.results(), Optional.of(out));
      assertThat(outcome).isEqualTo(Sweep.Outcome.ALL_OK);
      browser.await("document.getElementById('connection').textContent.includes('is over')");
      metrics.awaitLastScrape();

      List<CSVRecord> stages = stages(out);
      browser.await("document.querySelectorAll('#cells tr').length === " + stages.size());
      CSVRecord last = stages.getLast();
      List<String> cells =
          browser
              .value("[..." + LAST_ROW + ".querySelectorAll('td')].map(cell => cell.textContent)")
              .valueStream()
              .map(JsonNode::asString)
              .toList();
      assertThat(cells)
          .isEqualTo(
              RunFeed.SHOWN.stream()
                  .map(column -> last.get(column.name()))
                  .map(text -> text.isEmpty() ? "–" : text)
                  .toList());
      browser.await(
          "document.getElementById('tiles').textContent.includes('" + last.get("tps") + "')");
      browser.await("document.getElementById('share').value === 1");
      assertThatAllIsWell(address);
      keepPicture("live-end");
    }
  }

  /** For who wants to see what the test saw. */
  private void keepPicture(String name) throws Exception {
    String pictures = System.getProperty("boardbench.pictures", "");
    if (!pictures.isEmpty()) {
      Path file = Files.createDirectories(Path.of(pictures)).resolve(name + ".png");
      Files.write(file, Base64.getDecoder().decode(browser.picture()));
    }
  }
}
