package org.boardbench.report.claims;

import java.util.Map;
import java.util.Optional;
import org.boardbench.findings.starts.RunStarts;
import org.boardbench.findings.starts.StageFigure;
import org.boardbench.statistics.NoiseFloor;

/**
 * What claims are judged by.
 *
 * @param confidence of the run's intervals, and of all verdicts together; 0.95 unless a rule ended
 *     the run by what it saw
 * @param floors by the name of the figure, what the run's machine makes of nothing; none where
 *     nobody measured it
 * @param noise who measured that, or why nobody did; a sentence
 * @param capacities of the same variants, by a search beside the run; empty where there was none
 */
public record MeasuredRun(
    RunStarts starts,
    double confidence,
    Map<String, NoiseFloor> floors,
    String noise,
    Optional<FoundCapacities> capacities) {
  public MeasuredRun {
    floors = Map.copyOf(floors);
  }

  Optional<NoiseFloor> floor(StageFigure figure) {
    return Optional.ofNullable(floors.get(figure.name()));
  }
}
