package org.boardbench.report.explain;

import static org.boardbench.report.explain.WorkStep.Basis.DELIVERY;
import static org.boardbench.report.explain.WorkStep.Basis.MESSAGE;
import static org.boardbench.report.explain.WorkStep.Clock.CPU;
import static org.boardbench.report.explain.WorkStep.Clock.CPU_ELSE_TIME;
import static org.boardbench.report.explain.WorkStep.Clock.TIME;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boardbench.report.statistics.StompCost;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Of what the work of a target consists, as far as there are microbenchmarks of it. Which parts a
 * target has is in {@code recipes.json}: target → parts, by the keys below.
 *
 * @param parts in the order in which a message comes through them
 */
record TargetWork(List<WorkStep> parts) {
  private static final WorkStep FRAME_IN =
      WorkStep.of("frame-in", MESSAGE, "FrameDecodeBenchmark.decode", "draft-6455-server", TIME)
          .withRemark("Draft_6455 stands in for the server's own decoder");
  private static final WorkStep TEXT_IN =
      WorkStep.of("text-in", MESSAGE, "Utf8Benchmark.decode", "tomcat", TIME, "tomcat");
  private static final WorkStep TEXT_OUT =
      WorkStep.of("text-out", DELIVERY, "Utf8Benchmark.encode", "tomcat", TIME, "tomcat");
  private static final WorkStep FRAME_OUT =
      WorkStep.of("frame-out", DELIVERY, "FrameEncodeBenchmark.encode", "draft-6455-server", TIME)
          .withRemark("Draft_6455 stands in for the server's own encoder");
  private static final WorkStep KERNEL_WRITE =
      WorkStep.of("kernel-write", DELIVERY, "SocketBenchmark.publish", "write-each", CPU_ELSE_TIME);

  private static final Map<String, WorkStep> PARTS =
      Map.ofEntries(
          Map.entry("frame-in", FRAME_IN),
          Map.entry("text-in", TEXT_IN),
          Map.entry(
              "tomcat-in",
              WorkStep.of("tomcat-in", MESSAGE, "TomcatBenchmark.read", "tomcat", CPU, "tomcat")
                  .less(FRAME_IN, TEXT_IN)
                  .withRemark("all of Tomcat's way to the handler but frame and text")),
          Map.entry("text-out", TEXT_OUT),
          Map.entry("frame-out", FRAME_OUT),
          Map.entry(
              "tomcat-out",
              WorkStep.of("tomcat-out", DELIVERY, "TomcatBenchmark.send", "tomcat", CPU, "tomcat")
                  .less(TEXT_OUT, FRAME_OUT, KERNEL_WRITE)
                  .withRemark("all of sendText but text, frame and the write to the socket")),
          Map.entry("kernel-write", KERNEL_WRITE),
          Map.entry("parse-text", parse("CodecBenchmark.read", "jackson-tree")),
          Map.entry("parse-bytes", parse("JsonBytesBenchmark.read", "jackson-tree")),
          Map.entry(
              "parse-fields",
              parse("JsonBytesBenchmark.read", "jackson-streaming")
                  .withRemark("keeps the whole message, of which the server keeps three fields")),
          Map.entry("hand-over-queue", handOver("queue-virtual")),
          Map.entry("hand-over-lock", handOver("virtual-lock")),
          Map.entry(
              "stomp-in",
              stomp("stomp-in", MESSAGE, "StompBenchmark.decode")
                  .withRemark("with the text's way from bytes to String and back")),
          Map.entry(
              "stomp-out",
              stomp("stomp-out", DELIVERY, "StompBenchmark.encode")
                  .withRemark("with the text's encoding and Draft_6455's frame around it")));

  private static final JsonNode BY_TARGET = stored();

  TargetWork {
    parts = List.copyOf(parts);
  }

  private static WorkStep parse(String benchmark, String library) {
    return WorkStep.of("parse", MESSAGE, benchmark, library, TIME, "jackson");
  }

  private static WorkStep handOver(String strategy) {
    return WorkStep.of("hand-over", DELIVERY, "DispatchBenchmark.oneBoard", strategy, CPU);
  }

  private static WorkStep stomp(String name, WorkStep.Basis basis, String benchmark) {
    return WorkStep.of(name, basis, benchmark, StompCost.STOMP, TIME, "spring-framework");
  }

  private static JsonNode stored() {
    try (InputStream recipes = TargetWork.class.getResourceAsStream("recipes.json")) {
      return JsonMapper.shared().readTree(recipes);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Empty for a target that no microbenchmark has the code of. */
  static Optional<TargetWork> of(String target) {
    List<WorkStep> parts = new ArrayList<>();
    BY_TARGET.path(target).forEach(key -> parts.add(PARTS.get(key.asString())));
    return parts.isEmpty() ? Optional.empty() : Optional.of(new TargetWork(parts));
  }
}
