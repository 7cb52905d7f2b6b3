package org.boardbench.report.claims;

import java.util.Map;
import java.util.Optional;
import org.boardbench.findings.starts.RunStarts;
import org.boardbench.findings.starts.StageFigure;
import org.boardbench.statistics.NoiseFloor;

/**
 * What claims are judged by.
 *
 * @param floors by the name of the figure, what the run's machine makes of nothing; none where
 *     nobody measured it
 * @param noise who measured that, or why nobody did; a sentence
 */
public record MeasuredRun(RunStarts starts, Map<String, NoiseFloor> floors, String noise) {
  public MeasuredRun {
    floors = Map.copyOf(floors);
  }

  Optional<NoiseFloor> floor(StageFigure figure) {
    return Optional.ofNullable(floors.get(figure.name()));
  }
}
