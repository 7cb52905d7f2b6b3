package org.boardbench.findings.summary;

import java.util.Optional;
import java.util.OptionalDouble;
import org.boardbench.findings.starts.Sample;
import org.boardbench.findings.starts.StageFigure;
import org.boardbench.statistics.Estimate;
import org.boardbench.statistics.Interval;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What all summaries have in common. A number that nobody measured is {@code null}. */
public final class SummaryFormat {
  /** Changes when a reader of the old one would misread the new one. */
  public static final int NUMBER = 1;

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private SummaryFormat() {}

  /**
   * A summary with {@code format}, {@code kind} and {@code exit_status}.
   *
   * @param kind {@code run} or {@code comparison}
   */
  public static ObjectNode of(String kind, int exitStatus) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("format", NUMBER);
    root.put("kind", kind);
    root.put("exit_status", exitStatus);
    return root;
  }

  /** The text of the file. */
  public static String text(ObjectNode root) {
    return MAPPER.writeValueAsString(root) + "\n";
  }

  /**
   * Adds {@code estimate}, {@code low}, {@code high}, {@code starts}, {@code at_least} and {@code
   * confidence}, which is the interval's.
   */
  public static void put(ObjectNode node, StageFigure figure, Sample sample, double confidence) {
    Estimate estimate = sample.estimate(figure.kind());
    put(node, "estimate", estimate.mean());
    put(node, "low", "high", estimate.bounds(confidence).interval());
    node.put("starts", estimate.starts());
    node.put("at_least", sample.isAtLeast());
    node.put("confidence", confidence);
  }

  public static void put(ObjectNode node, String low, String high, Optional<Interval> interval) {
    put(node, low, optional(interval.map(Interval::low)));
    put(node, high, optional(interval.map(Interval::high)));
  }

  public static void put(ObjectNode node, String key, OptionalDouble value) {
    if (value.isPresent() && Double.isFinite(value.getAsDouble())) {
      node.put(key, value.getAsDouble());
    } else {
      node.putNull(key);
    }
  }

  private static OptionalDouble optional(Optional<Double> value) {
    return value.isPresent() ? OptionalDouble.of(value.get()) : OptionalDouble.empty();
  }
}
