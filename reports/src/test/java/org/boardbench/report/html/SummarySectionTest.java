package org.boardbench.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.boardbench.findings.starts.FailedStart;
import org.boardbench.findings.starts.StageBuilder;
import org.boardbench.findings.starts.StoredStage;
import org.boardbench.report.stored.StoredRun;
import org.boardbench.report.stored.StoredTrial;
import org.boardbench.results.column.StageCounts;
import org.boardbench.results.column.StageExtras;
import org.boardbench.results.column.StageTimes;
import org.boardbench.results.reason.InvalidReason;
import org.boardbench.statistics.NoiseFloor;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SummarySectionTest {
  private static final InvalidReason STALL = new InvalidReason("stall", "stall 81 ms > 50 ms");

  @Test
  void ranksVariantsAtTheLastLoadThatAllKeptAndSaysWhereAndOfWhatEachBroke() {
    List<StageBuilder> rows = new ArrayList<>();
    for (int start = 1; start <= 3; start++) {
      rows.add(row("quick", start, 100, 1 + start / 100.0));
      rows.add(row("slow", start, 100, 9 + start / 100.0));
      rows.add(row("quick", start, 500, 2));
      rows.add(row("slow", start, 500, 30_000).with(StageExtras.BOTTLENECK, "thread"));
    }

    assertThat(html("{}", rows.toArray(StageBuilder[]::new)))
        .contains(
            "100 users is the greatest load that all variants kept; 1 of 2 also kept 500, the"
                + " greatest load of the run.")
        .contains(
            "<tr><td><a href=\"variant-quick.html\">quick</a></td><td>500 or more</td><td>1.02</td>"
                + "<td>0.995–1.05</td><td>1</td><td>3</td><td>none seen</td><td></td><td></td></tr>")
        .contains(
            "<tr><td><a href=\"variant-slow.html\">slow</a></td><td>100</td><td>9.02</td>"
                + "<td>9.00–9.04</td><td>2</td><td>3</td><td>500 (3 of 3 starts)</td><td>slow</td>"
                + "<td>one thread full</td></tr>")
        .contains("<th>RTT p95 at 100 users (ms)</th>", "No row of 12 is invalid.")
        .doesNotContain("anecdote");
  }

  @Test
  void whoKeptMoreUsersComesBeforeWhoWasFasterAndTheRankIsOfTheTimeAlone() {
    List<StageBuilder> rows = new ArrayList<>();
    for (int start = 1; start <= 3; start++) {
      rows.add(row("quick", start, 100, 1 + start / 100.0));
      rows.add(row("steady", start, 100, 9 + start / 100.0));
      rows.add(row("quick", start, 500, 30_000));
      rows.add(row("steady", start, 500, 20));
    }

    assertThat(html("{}", rows.toArray(StageBuilder[]::new)))
        .containsSubsequence(
            ">steady</a></td><td>500 or more</td><td>9.02</td>",
            "<td>2</td>",
            ">quick</a></td><td>100</td><td>1.02</td>",
            "<td>1</td>");
  }

  @Test
  void saysOfHowManyStartsARankIsWhichWouldTellMoreAndWhyALoadIsNotKnown() {
    List<StageBuilder> rows = new ArrayList<>();
    for (int start = 1; start <= 4; start++) {
      rows.add(row("x", start, 100, 1 + start / 10.0));
      rows.add(row("y", start, 100, 1.2 + start % 2 * 0.4));
      rows.add(row("x", start, 300, 2));
      rows.add(row("y", start, 300, 2).invalid().because(STALL));
    }
    rows.getFirst().invalid().because(STALL);

    assertThat(html("{}", rows.toArray(StageBuilder[]::new)))
        .contains("<th>Starts to tell apart</th>", "<td>=1</td><td>first of its rank</td>")
        .containsPattern("<td>=1</td><td>\\d+</td>")
        .contains("<td>3 of 4</td>", "<td>not known above 100: too few valid rows</td>");
  }

  @Test
  void explainsWhatIsOwedAndTheFloorWhereThereIsOne() {
    assertThat(html("{}", row("x", 1, 100, 1)))
        .contains("Owed is every delivery")
        .doesNotContain("The floor, in grey");
    assertThat(html("{}", row("reference", 1, 100, 1))).contains("The floor, in grey, is a server");
  }

  @Test
  void saysWhatPlainServersAreWhereThereAreSuch() {
    String manifest =
        """
        {"plan": {"targets": [{"name": "x", "target": "t", "parameters": {"style": "plain"}}]}}
        """;

    assertThat(html(manifest, row("x", 1, 100, 1))).contains("Plain servers are as their");
    assertThat(html("{}", row("x", 1, 100, 1))).doesNotContain("Plain servers");
  }

  @Test
  void theFloorIsTheFirstRowAndHasNoRank() {
    List<StageBuilder> rows = new ArrayList<>();
    for (int start = 1; start <= 3; start++) {
      rows.add(row("quick", start, 100, 1 + start / 100.0));
      rows.add(row("reference", start, 100, 0.5 + start / 100.0));
      rows.add(row("slow", start, 100, 9 + start / 100.0));
    }

    assertThat(html("{}", rows.toArray(StageBuilder[]::new)))
        .containsSubsequence(
            "<tr class=\"floor\">",
            ">reference (floor)</a>",
            "<td>floor</td><td>3</td>",
            ">quick</a>",
            "<td>1</td><td>3</td>",
            ">slow</a>",
            "<td>2</td><td>3</td>");
  }

  @Test
  void aLoadThatSomeStartsDidNotKeepSaysHowManyDid() {
    assertThat(html("{}", row("x", 1, 100, 1), row("x", 2, 100, 1), row("x", 3, 100, 30_000)))
        .contains("<td>100 or more (2 of 3 starts)</td>", "Where starts are in parentheses")
        .doesNotContain("<th>How it broke</th>", "<th>Bottleneck</th>", "none seen");
  }

  @Test
  void ranksNobodyApartWithinTheMachinesNoiseFloor() {
    List<StageBuilder> rows = new ArrayList<>();
    for (int start = 1; start <= 3; start++) {
      rows.add(row("quick", start, 100, 1 + start / 100.0));
      rows.add(row("slow", start, 100, 1.2 + start / 100.0));
    }
    StageBuilder[] all = rows.toArray(StageBuilder[]::new);
    Optional<NoiseFloor> floor = Optional.of(new NoiseFloor(0.1, 7));

    assertThat(html("{}", all)).contains("<td>1</td><td>3</td>", "<td>2</td><td>3</td>");
    assertThat(html("{}", floor, List.of(), all))
        .contains("<td>=1")
        .doesNotContain("<td>1</td><td>3</td>", "<td>2</td><td>3</td>", "in this machine");
    String calibrated = "{\"calibration\": {\"noise\": {\"rtt_p95_spread_pct\": 76.54}}}";
    assertThat(html(calibrated, floor, List.of(), all))
        .contains("equal starts differed by 76.5 % in RTT p95");
  }

  @Test
  void saysOfOneStartThatItIsAnAnecdoteAndGivesNoInterval() {
    assertThat(html("{}", row("x", 1, 100, 1), row("y", 1, 100, 5)))
        .contains("Up to 100 users, the greatest load of the run, all variants kept every load.")
        .contains("One start of a variant is an anecdote: there is no interval")
        .contains(
            "<tr><td><a href=\"variant-x.html\">x</a></td><td>100 or more</td><td>1.00</td>"
                + "<td>1</td></tr>");
  }

  @Test
  void aLoadThatNobodyCanJudgeWasNotKept() {
    assertThat(
            html(
                "{}",
                row("x", 1, 100, 1).invalid().because(STALL),
                row("x", 1, 300, 1),
                row("y", 1, 100, 1),
                row("y", 1, 300, 1)))
        .contains(
            "Up to 300 users, the greatest load of the run, all variants kept every load that")
        .contains("load that can be judged. A load is kept with no user refused or dropped");
  }

  @Test
  void saysOfOnlyInvalidRowsThatNothingCanBeSaidAndWhy() {
    assertThat(
            html(
                "{}",
                row("x", 1, 100, 1).invalid().because(STALL),
                row("x", 2, 100, 1).invalid().because(STALL)))
        .contains("No row is valid: nothing can be said of any variant.")
        .contains("2 of 2 rows are invalid and in no estimate: stall in 2.")
        .doesNotContain("several reasons")
        .contains("<td>not known: too few valid rows</td>")
        .doesNotContain("<th>Rank</th>");
  }

  @Test
  void saysWhyReasonsAreMoreThanRows() {
    InvalidReason drift = new InvalidReason("drift", "drift 40 % > 25 %");

    assertThat(html("{}", row("x", 1, 100, 1).invalid().because(STALL, drift)))
        .contains("1 of 1 rows is invalid", " (a row may have several reasons).");
  }

  @Test
  void saysThatARunWithoutRowsSaysNothing() {
    assertThat(html("{}")).contains("The run has no row: nothing can be said.");
  }

  @Test
  void givesASearchItsCapacitiesFirstAndClaimsNoLoadForAll() {
    String page =
        html(
            "{\"plan\": {\"capacity\": {}}}",
            List.of(new Told("capacity", "Capacity", "x 640 (610–672) <b>")),
            row("x", 1, 100, 1),
            row("y", 1, 100, 1),
            row("x", 1, 640, 1),
            row("y", 1, 320, 1));

    assertThat(page)
        .contains("Loads were searched for each variant by itself, so that none of them ranks all")
        .doesNotContain("<th>Variant</th>", "variant-x.html", "REPS=", "anecdote")
        .contains("<dt><a href=\"#capacity\">Capacity</a></dt>")
        .contains("<dd class=\"of-capacity\">x 640 (610–672) &lt;b&gt;</dd>");
  }

  @Test
  void aStageInWhichSomethingWasMadeToFailSaysNothingOfItsLoad() {
    String faulted = "{\"users\": 300, \"faults\": [{\"kind\": \"kill\"}]}";
    StageBuilder killed = row("x", 1, 300, 30_000);
    StageBuilder steady = row("x", 1, 600, 1).with(StageCounts.STAGE, "2");

    assertThat(html("{\"plan\": {\"stages\": [" + faulted + "]}}", killed))
        .contains("Something was made to fail in every stage that was measured")
        .doesNotContain("<th>Variant</th>", "fewer users");
    assertThat(
            html("{\"plan\": {\"stages\": [" + faulted + ", {\"users\": 600}]}}", killed, steady))
        .contains(
            "Up to 600 users, the greatest load of the run, all variants kept every load.",
            "Stages in which something was made to fail have no say in that.",
            "No row of 2 is invalid.")
        .doesNotContain("Breaks at", "more users:");
  }

  @Test
  void aVariantWhoseServersEndedBeforeTheyHadARowBrokeThereAndHasNoPage() {
    StoredRun measured = run("{}", row("x", 1, 100, 1));
    StoredRun run =
        new StoredRun(
            measured.name(),
            measured.manifest(),
            measured.trials(),
            measured.stages(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(new FailedStart("y", 1, OptionalInt.of(100), "y exited with status <7>; <b>")),
            List.of());

    assertThat(Templates.html("section", SummarySection.of(run, Optional.empty(), List.of())))
        .contains("No load was kept by all variants.")
        .contains(
            "<tr><td>y</td><td></td><td>100</td><td>server ended</td>"
                + "<td>y exited with status &lt;7&gt;</td></tr>");
  }

  @Test
  void saysHowFarTheMachineCanBeTrusted() {
    assertThat(
            html(
                """
                {"environment": {"cpu": "EPYC", "cores": 2, "os": "Linux", "kernel": "6.18"},
                 "calibration": {"failures": [], "noise": {"rtt_p95_spread_pct": 7.2,
                   "tps_spread_pct": 0.07}}}
                """,
                row("x", 1, 100, 1)))
        .contains("Run on EPYC, 2 cores, Linux 6.18.")
        .contains("Arrivals were timestamped by the kernel&#39;s clock.")
        .contains("Equal starts differed in RTT p95 by 7.20 %, TPS by 0.070 %.");
    assertThat(html("{}", row("x", 1, 100, 1)))
        .contains("The noise of this machine was not measured.");
  }

  @Test
  void keepsToAScreenWhereThereAreManyVariants() {
    StageBuilder[] rows = new StageBuilder[20];
    Arrays.setAll(rows, i -> row("v" + (i + 10), 1, 100, i + 1));

    assertThat(html("{}", rows))
        .contains(">v10</a>", ">v25</a>", "4 more are in the <a href=\"#results\">results</a>.")
        .doesNotContain(">v26</a>");
    assertThat(html("{}", Arrays.copyOf(rows, 17)))
        .contains("1 more is in the <a href=\"#results\">results</a>.");
  }

  @Test
  void aHostileTitleNoteOrReasonCannotInject() {
    String manifest =
        """
        {"plan": {"targets": [{"name": "x", "target": "t", "title": "<script>alert(1)</script>",
          "note": "\\" onload=alert(2) <img src=x>"}]}, "targets": {"x": {"launcher": "<b>"}}}
        """;
    InvalidReason hostile = new InvalidReason("<i>sun</i>", "<svg onload=alert(3)>");
    StoredRun run =
        run(manifest, row("x", 1, 100, 1), row("x", 2, 100, 1).invalid().because(hostile));
    List<Section> sections =
        List.of(
            new VariantSection(run),
            new VerdictSection(run.stages()),
            new MethodSection(run),
            new CitationSection(run),
            new SetupSection(run.manifest().path("targets").path("x")));
    List<Section> all = new ArrayList<>(sections);
    all.addFirst(SummarySection.of(run, Optional.empty(), sections));

    for (String page :
        List.of(new IndexPage(run, all).html(), new VariantPage(run, "x", all).html())) {
      assertThat(page)
          .contains("&lt;i&gt;sun&lt;/i&gt; in 1", "&lt;svg onload=alert(3)&gt;")
          .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
          .doesNotContain("<script>alert", "<img", "<i>", "<svg", "<b>");
      assertThat(page.split("<script>", -1)).hasSize(2);
    }
  }

  @Test
  void aVariantsNameCannotLeadOutOfTheReportsFolder() {
    assertThat(VariantPage.file("../../x\"<")).isEqualTo("variant-______x__.html");
    assertThat(VariantPage.file("node-ws@docker")).isEqualTo("variant-node-ws@docker.html");
  }

  private record Told(String anchor, String title, String line) implements Section {
    @Override
    public boolean isThere() {
      return true;
    }

    @Override
    public String template() {
      return "methodSection";
    }

    @Override
    public List<String> summary() {
      return List.of(line);
    }
  }

  private static StageBuilder row(String variant, int start, int users, double p95Ms) {
    return StageBuilder.row(variant, start, users)
        .with(StageCounts.CONNECT_FAILURES, 0)
        .with(StageCounts.DISCONNECTS, 0)
        .with(StageExtras.OWED_LOST_PCT, 0)
        .with(StageTimes.RTT_P95_MS, p95Ms);
  }

  private static String html(String manifest, StageBuilder... rows) {
    return html(manifest, List.of(), rows);
  }

  private static String html(String manifest, List<Section> others, StageBuilder... rows) {
    return html(manifest, Optional.empty(), others, rows);
  }

  private static String html(
      String manifest, Optional<NoiseFloor> floor, List<Section> others, StageBuilder... rows) {
    return Templates.html("section", SummarySection.of(run(manifest, rows), floor, others));
  }

  private static StoredRun run(String manifest, StageBuilder... rows) {
    List<StoredStage> stages = Arrays.stream(rows).map(StageBuilder::build).toList();
    return new StoredRun(
        "run",
        JsonMapper.shared().readTree(manifest),
        stages.stream()
            .map(
                row -> new StoredTrial(row.trialId(), row.target(), row.repetition(), "ok", "", 60))
            .toList(),
        stages,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}
