package org.boardbench.report.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.boardbench.report.stored.StoredRun;
import org.boardbench.report.stored.StoredTrial;
import org.boardbench.results.row.ClassRecord;
import org.boardbench.results.table.StoredRow;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class MethodTest {
  private static final String PLAN =
      """
      {"run_id": "paper-1", "started": "2026-11-28T07:44:53.695Z",
       "git": {"commit": "0284a39", "dirty": true},
       "environment": {"cpu": "A & B", "cores": 2, "memory_mib": 24105, "os": "Linux",
         "kernel": "6.18", "jdk": "25"},
       "plan": {"description": "Who carries most?", "seed": 42,
        "workload": {"boards": 10, "rate": 1.5, "payload": 300},
        "warm-up": {"users": 50, "hold": "4s"},
        "stages": [{"users": 100, "ramp": "5s", "hold": "20s"},
          {"users": 300, "ramp": "5s", "hold": "20s"}],
        "deadlines": {"drain": "10s"}, "reconnect": "never",
        "validity": {"stall": "50ms", "steal": 2.0}}}
      """;

  @Test
  void saysWhatWasMeasuredHow() {
    assertThat(String.join("\n", Method.of(run(PLAN))))
        .contains("Who carries most?")
        .contains("2 variants in up to 2 starts each, every start from fresh processes")
        .contains("follow from the seed 42.")
        .contains("Users are spread over 10 boards. Each sends 1.5 messages a second of 300 bytes")
        .contains("A warm-up of 50 users for 4s comes first and is thrown away.")
        .contains("A start goes through 100, 300 users: new users join within 5s and hold for 20s.")
        .contains("has not come 10s after a stage's end is lost.")
        .contains("beyond these bounds: stall 50ms, steal 2.0.")
        .contains("Student's t at 95 %");
  }

  @Test
  void saysWhatCompressionWouldMakeOfATypicalMessageOfEachClass() {
    assertThat(
            String.join(
                "\n",
                Method.of(
                    run(
                        PLAN,
                        List.of(
                            ofClass("stroke", "1200", "400"),
                            ofClass("cursor", "250", "170"),
                            ofClass("stroke", "1200", "400"))))))
        .contains(
            "A typical message has 1200 bytes, compressed 400 (stroke); 250 bytes, compressed 170"
                + " (cursor): what deflate makes of one by itself was computed once");
    assertThat(String.join("\n", Method.of(run(PLAN)))).doesNotContain("deflate");
  }

  private static StoredRow<ClassRecord> ofClass(String name, String bytes, String deflated) {
    return StoredRow.of(
        Map.of("class", name, "typical_bytes", bytes, "typical_deflated_bytes", deflated));
  }

  @Test
  void saysWhichStagesHaveAScenarioOfTheirOwn() {
    String plan =
        """
        {"plan": {"workload": {"boards": 10, "rate": 1.0, "payload": 300},
          "stages": [{"users": 632}, {"users": 633, "scenario": {
            "write": {"behaviour": "steady"}, "look": {"behaviour": "watch"}}},
           {"users": 285, "scenario": {"all": {"behaviour": "strokes"}}}]}}
        """;
    assertThat(String.join("\n", Method.of(run(plan))))
        .contains(
            "Each sends 1.0 messages a second of 300 bytes, spread evenly. Stages with a scenario of"
                + " their own: steady + watch (633 users), strokes (285 users). Each message");
    assertThat(String.join("\n", Method.of(run(PLAN)))).doesNotContain("scenario");
  }

  @Test
  void ofASearchItNamesNoStages() {
    assertThat(
            String.join("\n", Method.of(run("{\"plan\": {\"capacity\": {}, \"workload\": {}}}"))))
        .contains("Loads are searched for")
        .doesNotContain("A start goes through");
  }

  @Test
  void leavesOutWhatAnOlderManifestDoesNotSay() {
    assertThat(String.join("\n", Method.of(run("{}"))))
        .doesNotContain("?", "null", "boards", "seed");
  }

  @Test
  void givesWhatIdentifiesTheRunAndAnEntryThatBibtexReads() {
    Citation citation = new Citation(run(PLAN));

    assertThat(citation.facts())
        .contains(
            List.of("Run", "paper-1"),
            List.of("Commit", "0284a39 with changes that were not committed"),
            List.of("Machine", "A & B, 2 cores, 24105 MiB, Linux 6.18"));
    assertThat(citation.bibtex())
        .isEqualTo(
            """
            @misc{paper-1,
              title = {{Boardbench run paper-1}},
              year = {2026},
              note = {started 2026-11-28T07:44:53.695Z, commit 0284a39 with changes that were not \
            committed, A \\& B, 2 cores, 24105 MiB, Linux 6.18}
            }\
            """);
  }

  private static StoredRun run(String manifest) {
    return run(manifest, List.of());
  }

  private static StoredRun run(String manifest, List<StoredRow<ClassRecord>> classes) {
    return new StoredRun(
        "folder",
        JsonMapper.shared().readTree(manifest),
        List.of(trial("a", 1), trial("a", 2), trial("b", 1)),
        List.of(),
        classes,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static StoredTrial trial(String variant, int start) {
    return new StoredTrial(variant + "-r" + start, variant, start, "ok", "", 60);
  }
}
