package org.boardbench.findings.threshold;

import java.util.Optional;
import org.boardbench.findings.starts.StageFigure;

/**
 * What a figure must be at every load.
 *
 * @param variant by its name in the plan; empty for all
 * @param messageClass whose figure it is; empty for that of all messages
 */
public record Threshold(
    Optional<String> variant, Optional<String> messageClass, StageFigure figure, Limit limit) {
  /** Of all messages. */
  public Threshold(Optional<String> variant, StageFigure figure, Limit limit) {
    this(variant, Optional.empty(), figure, limit);
  }

  public boolean isOf(String name) {
    return variant.isEmpty() || variant.get().equals(name);
  }

  /** {@code rtt_p99_ms < 50}, {@code rtt_p99_ms of stroke < 50}. */
  public String words() {
    return figure.name() + messageClass.map(name -> " of " + name).orElse("") + " " + limit.words();
  }
}
