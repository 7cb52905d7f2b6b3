package org.boardbench.findings.threshold;

import java.util.Optional;
import org.boardbench.findings.starts.StageFigure;

/**
 * What a figure must be at every load.
 *
 * @param variant by its name in the plan; empty for all
 */
public record Threshold(Optional<String> variant, StageFigure figure, Limit limit) {
  public boolean isOf(String name) {
    return variant.isEmpty() || variant.get().equals(name);
  }

  /** {@code rtt_p99_ms < 50}. */
  public String words() {
    return figure.name() + " " + limit.words();
  }
}
