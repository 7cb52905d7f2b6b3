package org.boardbench.report.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.boardbench.findings.noise.NoiseFloors;
import org.boardbench.findings.starts.StageBuilder;
import org.boardbench.findings.starts.StageFigure;
import org.boardbench.findings.starts.StoredStage;
import org.boardbench.report.stored.StoredRun;
import org.boardbench.results.column.StageExtras;
import org.boardbench.results.column.StageTimes;
import org.boardbench.statistics.NoiseFloor;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes one side of a comparison: the RTT p95 of the variant zoo. */
final class SideBuilder {
  static final StageFigure RTT_P95 = StageFigure.of("rtt_p95_ms").orElseThrow();

  private final ObjectNode manifest = JsonMapper.shared().createObjectNode();
  private final List<StoredStage> rows = new ArrayList<>();
  private Map<String, NoiseFloor> floors = Map.of();

  SideBuilder(long seed) {
    manifest.put("seed", seed);
  }

  /** As of a run that a rule ended. */
  SideBuilder confidence(double confidence) {
    manifest.putObject("stopping").put("confidence", confidence);
    return this;
  }

  SideBuilder floor(NoiseFloor floor) {
    floors = Map.of(RTT_P95.name(), floor);
    return this;
  }

  /** One start after the other. */
  SideBuilder load(int users, double... rttP95Ms) {
    for (int i = 0; i < rttP95Ms.length; i++) {
      rows.add(
          StageBuilder.row("zoo", i + 1, users).with(StageTimes.RTT_P95_MS, rttP95Ms[i]).build());
    }
    return this;
  }

  /** Three starts alike, whose messages leave so much open: 1.1 for 10 % on either side. */
  SideBuilder open(int users, double rttP95Ms, double factor) {
    for (int i = 1; i <= 3; i++) {
      rows.add(
          StageBuilder.row("zoo", i, users)
              .with(StageTimes.RTT_P95_MS, rttP95Ms)
              .with(StageExtras.RTT_P95_LOW_MS, rttP95Ms / factor)
              .with(StageExtras.RTT_P95_HIGH_MS, rttP95Ms * factor)
              .build());
    }
    return this;
  }

  ComparedRun build() {
    return new ComparedRun(
        new StoredRun(
            "run", manifest, List.of(), rows, List.of(), List.of(), List.of(), List.of(), List.of(),
            List.of()),
        new NoiseFloors(floors, ""));
  }
}
