package org.boardbench.report.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.boardbench.report.SyntheticSearch;
import org.boardbench.report.claims.Recommendation.Candidate;
import org.boardbench.report.table.claims.RecommendationsTable;
import org.boardbench.results.column.StageTimes;
import org.boardbench.results.column.StoredCapacities;
import org.boardbench.results.row.CapacityRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who carries the most users, where a search for capacities stands beside the run. */
class MostUsersFoundTest {
  private static final String LIMITS = "{ rtt_p99_ms: 50, owed_lost_pct: 0.1 }";

  @TempDir private Path temp;
  private final ClaimScene scene = new ClaimScene();

  @BeforeEach
  void search() throws Exception {
    Path folder = SyntheticSearch.write(temp.resolve("capacity-1"), 1);
    scene.found(new FoundCapacities("capacity-1", StoredCapacities.read(folder).rows()));
  }

  @Test
  void areTheCapacitiesByTheSameLimits() throws Exception {
    kept("node-ws", "spring-websocket", "fastapi");

    Recommendation one = need(LIMITS, "node-ws, spring-websocket, fastapi");

    assertThat(one.search()).isEqualTo("capacity-1");
    assertThat(one.candidates())
        .extracting(Candidate::variant)
        .containsExactly("spring-websocket", "node-ws", "fastapi");
    assertThat(one.candidates().getFirst().value().getAsDouble()).isBetween(2100.0, 2500.0);
    assertThat(one.candidates()).extracting(Candidate::starts).containsOnly(5);
    assertThat(one.recommended()).containsExactly("spring-websocket");
    assertThat(one.isSure()).isTrue();
  }

  @Test
  void aCapacityThatIsAtLeastSoMuchIsTakenAndAVariantWithoutAResultIsUnknown() throws Exception {
    kept("node-ws", "reference", "fastapi-workers-redis");

    Recommendation one = need(LIMITS, "node-ws, reference, fastapi-workers-redis");

    assertThat(one.recommended()).containsExactly("reference");
    assertThat(one.candidates().getFirst().isAtLeast()).isTrue();
    assertThat(one.unknown()).containsExactly("fastapi-workers-redis");
    assertThat(one.isSure()).isFalse();
  }

  /** Of the reference the search says at least 3000; were it at least 600, it might be more. */
  @Test
  void aCapacityThatIsAtLeastLessThanTheMostIsTakenToo() throws Exception {
    Path folder = SyntheticSearch.write(temp.resolve("capacity-2"), 1);
    Path file = folder.resolve("capacity.csv");
    Files.writeString(file, Files.readString(file).replace(",3000.0,", ",600.0,"));
    scene.found(new FoundCapacities("capacity-2", StoredCapacities.read(folder).rows()));
    kept("node-ws", "reference", "fastapi");

    Recommendation one = need(LIMITS, "node-ws, reference, fastapi");

    assertThat(one.recommended()).containsExactly("node-ws", "reference");
    assertThat(one.isSure()).isFalse();
  }

  @Test
  void aCapacityThatIsAtMostSoMuchIsNotKnown() throws Exception {
    scene.found(
        new FoundCapacities(
            "capacity-1",
            StoredCapacities.read(temp.resolve("capacity-1")).rows().stream()
                .map(row -> row.target().equals("spring-websocket") ? atMost(row) : row)
                .toList()));
    kept("node-ws", "spring-websocket");

    Recommendation one = need(LIMITS, "node-ws, spring-websocket");

    assertThat(one.recommended()).containsExactly("node-ws");
    assertThat(one.unknown()).containsExactly("spring-websocket");
    assertThat(one.isSure()).isFalse();
  }

  private static CapacityRecord atMost(CapacityRecord row) {
    return new CapacityRecord(
        row.runId(),
        row.target(),
        row.start(),
        row.part(),
        row.objective(),
        row.lowerUsers(),
        row.upperUsers(),
        row.isAtLeast(),
        row.capacity(),
        row.density(),
        CapacityRecord.Censored.ofStart(true));
  }

  @Test
  void areOfTheRunsOwnLoadsWhereTheSearchHadOtherLimitsOrLacksAVariant() throws Exception {
    kept("node-ws", "spring-websocket");
    scene.measured("other", 100, StageTimes.RTT_P99_MS, 5, 5, 5);

    String both = "node-ws, spring-websocket";
    assertThat(need(LIMITS.replace("50", "60"), both).search()).isEmpty();
    assertThat(need("{ rtt_p99_ms: 50 }", both).search()).isEmpty();
    assertThat(need(LIMITS + ", users: [100]", both).search()).isEmpty();
    assertThat(need(LIMITS, "node-ws, other").search()).isEmpty();
    assertThat(need("{ rtt_p99_ms: 50 }", both).candidates())
        .extracting(candidate -> candidate.value().getAsDouble())
        .containsExactly(100.0, 100.0);
  }

  @Test
  void theTableNamesTheSearch() throws Exception {
    kept("node-ws", "spring-websocket");

    RecommendationsTable table =
        new RecommendationsTable(judged(LIMITS, "node-ws, spring-websocket"));

    assertThat(table.cells().getFirst())
        .contains(
            "most users with rtt_p99_ms at most 50, owed_lost_pct at most 0.1, by the search"
                + " capacity-1");
    assertThat(table.caption()).contains("Users by a search");
    assertThat(table.csv().lines().toList().get(1)).endsWith(",capacity-1");
  }

  private void kept(String... variants) {
    for (String variant : List.of(variants)) {
      scene.measured(variant, 100, StageTimes.RTT_P99_MS, 5, 5, 5);
    }
  }

  private Recommendation need(String keep, String variants) throws Exception {
    return judged(keep, variants).main().recommendations().getFirst();
  }

  private JudgedFile judged(String keep, String variants) throws Exception {
    return scene.judged(yaml(keep, variants));
  }

  private static String yaml(String keep, String variants) {
    return """
    variants: [%2$s]
    claims:
      - { id: "1", says: any, all: [{ bound: { figure: rtt_p99_ms, of: node-ws, above: 0 } }] }
    recommendations:
      - { need: many, rule: most-users, keep: %1$s }
    """
        .formatted(keep, variants);
  }
}
